package io.frontdesk.http.access;

import java.util.List;

import org.springframework.security.access.AccessDeniedException;

/** A member of staff lacks a feature, which the problem names: they can have it selected. */
public final class MissingFeatureException extends AccessDeniedException {

	private static final long serialVersionUID = 1L;

	/** @param oneOf the features of which one would do */
	public MissingFeatureException(List<String> oneOf) {
		super("This needs the feature %s, which you don't have. A super admin can select it for you."
				.formatted(String.join(" or ", oneOf)));
	}

}
