package io.frontdesk.http.access;

/** What a header's value may hold. */
public final class HeaderText {

	private HeaderText() {}

	/**
	 * The rule of {@link org.springframework.security.web.firewall.StrictHttpFirewall}, assigned characters but controls,
	 * without the regular expression that it applies whenever a header is read.
	 */
	public static boolean isPlain(String value) {
		return value.codePoints()
				.allMatch(character -> character >= ' ' && character <= '~' || character == '\t'
						|| Character.isDefined(character) && !Character.isISOControl(character));
	}

}
