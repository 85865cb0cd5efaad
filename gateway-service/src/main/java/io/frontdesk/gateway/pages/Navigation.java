package io.frontdesk.gateway.pages;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Tells a person who opens a page from a script or a program that asks for data. */
public final class Navigation {

	private Navigation() {}

	public static boolean wantsPage(HttpServletRequest request) {
		return wantsPage(request, request.getRequestURI());
	}

	public static boolean wantsPage(HttpServletRequest request, String path) {
		if (path.startsWith("/api/") || path.startsWith("/actuator")) {
			return false;
		}
		var mode = request.getHeader("Sec-Fetch-Mode");
		return (mode != null) ? mode.equals("navigate") : accepts(request).contains(MediaType.TEXT_HTML_VALUE);
	}

	private static String accepts(HttpServletRequest request) {
		return Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
	}

}
