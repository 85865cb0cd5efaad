package io.frontdesk.mail.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server's certificate by a CA of its own, made by the JDK's keytool.
 *
 * @param pem the CA's certificate
 */
record Certificate(Path store, Path pem) {

	private static final String PASSWORD = "changeit";

	static Certificate make(Path directory, String name, String... options) throws Exception {
		var certificate = new Certificate(directory.resolve(name + ".p12"), directory.resolve(name + ".pem"));
		certificate.keytool("-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=CA of " + name, "-ext",
				"bc:c");
		certificate.keytool("-exportcert", "-rfc", "-alias", "ca", "-file", certificate.pem.toString());
		certificate.keytool(Stream.concat(Stream.of("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname",
				"CN=" + name, "-signer", "ca"), Stream.of(options)).toArray(String[]::new));
		certificate.keytool("-delete", "-alias", "ca");
		return certificate;
	}

	private void keytool(String... arguments) throws IOException, InterruptedException {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		command.addAll(List.of(arguments));
		command.addAll(List.of("-keystore", this.store.toString(), "-storepass", PASSWORD));
		var process = new ProcessBuilder(command).redirectErrorStream(true).start();
		var said = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor()).as(said).isZero();
	}

	SSLContext context() throws GeneralSecurityException, IOException {
		var keys = KeyStore.getInstance("PKCS12");
		try (var in = Files.newInputStream(this.store)) {
			keys.load(in, PASSWORD.toCharArray());
		}
		var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys, PASSWORD.toCharArray());
		var context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}

}
