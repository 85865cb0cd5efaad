package io.frontdesk.org.companies;

import java.util.UUID;

/** Things that keep a company from being deleted while they are active; the features that own them count them. */
public interface CompanyDependents {

	/** Their name in JSON. */
	String name();

	long activeIn(UUID company);

}
