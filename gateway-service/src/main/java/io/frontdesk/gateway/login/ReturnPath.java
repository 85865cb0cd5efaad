package io.frontdesk.gateway.login;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where a login leads back to: a path of ours, never another site. Browsers read a backslash as a slash and drop tabs and
 * line ends, so only printable ASCII passes.
 */
record ReturnPath(String value) {

	private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1500}");

	private static final ReturnPath START = new ReturnPath("/");

	static ReturnPath of(@Nullable String path) {
		return (path == null || !OURS.matcher(path).matches() || path.startsWith("/auth/"))
				? START
				: new ReturnPath(path);
	}

}
