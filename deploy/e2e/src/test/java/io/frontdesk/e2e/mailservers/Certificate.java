package io.frontdesk.e2e.mailservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A certificate for localhost that nobody has signed but itself, as in-house mail servers have. */
record Certificate(Path certificate, Path key) {

	static Certificate in(Path directory) throws IOException, InterruptedException {
		Files.createDirectories(directory);
		var made = new Certificate(directory.resolve("cert.pem"), directory.resolve("key.pem"));
		var openssl = new ProcessBuilder(List.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days",
				"30", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout",
				made.key.toString(), "-out", made.certificate.toString())).redirectErrorStream(true)
				.redirectOutput(directory.resolve("openssl.log").toFile())
				.start();
		if (openssl.waitFor() != 0) {
			throw new IOException("No certificate: " + Files.readString(directory.resolve("openssl.log")));
		}
		return made;
	}

}
