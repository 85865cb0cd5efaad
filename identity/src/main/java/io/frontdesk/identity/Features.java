package io.frontdesk.identity;

import java.util.List;

/** What a super admin may select for an admin: Keycloak realm roles of these names. */
public final class Features {

	public static final String TICKET_READ = "ticket:read";

	public static final String TICKET_WRITE = "ticket:write";

	public static final String TICKET_DELETE = "ticket:delete";

	public static final String TICKET_EXPORT = "ticket:export";

	public static final String ORG_READ = "org:read";

	public static final String ORG_WRITE = "org:write";

	public static final String ORG_DELETE = "org:delete";

	public static final String USER_READ = "user:read";

	public static final String USER_WRITE = "user:write";

	public static final String REPORT_READ = "report:read";

	public static final String MAIL_READ = "mail:read";

	public static final String MAIL_MANAGE = "mail:manage";

	public static final String TEMPLATE_MANAGE = "template:manage";

	public static final List<String> ALL = List.of(TICKET_READ, TICKET_WRITE, ORG_READ, USER_READ, REPORT_READ,
			TICKET_DELETE, TICKET_EXPORT, ORG_WRITE, ORG_DELETE, USER_WRITE, MAIL_READ, MAIL_MANAGE, TEMPLATE_MANAGE);

	private Features() {}

}
