package io.frontdesk.e2e.mailservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** An account of the system that a mail server does its work as. */
enum Owner {

	MAIL, POSTFIX;

	void owns(Path path) throws IOException {
		var account = path.getFileSystem()
				.getUserPrincipalLookupService()
				.lookupPrincipalByName(name().toLowerCase(Locale.ROOT));
		Files.setOwner(path, account);
	}

}
