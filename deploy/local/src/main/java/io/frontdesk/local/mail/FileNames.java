package io.frontdesk.local.mail;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Any name as one that a folder on disk and a level of an IMAP hierarchy can have: no dot, no wildcard. */
final class FileNames {

	private FileNames() {}

	static String encode(String name) {
		return URLEncoder.encode(name, StandardCharsets.UTF_8)
				.replace(".", "%2E")
				.replace("*", "%2A")
				.replace("+", "%20")
				.replace('%', '=');
	}

	static String decode(String fileName) {
		return URLDecoder.decode(fileName.replace('=', '%'), StandardCharsets.UTF_8);
	}

}
