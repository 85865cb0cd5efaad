package io.frontdesk.local.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

import io.frontdesk.local.process.Private;

/** Passwords and keys of a stack: made when first asked for, then kept where only the owner can read. */
public final class Secrets {

	private static final int BYTES = 32;

	private final Home home;

	private final Path file;

	private final Properties values = new Properties();

	private final SecureRandom random = new SecureRandom();

	Secrets(Home home) {
		this.home = home;
		this.file = home.secrets();
		try {
			if (Files.exists(file)) {
				try (Reader reader = Files.newBufferedReader(file)) {
					this.values.load(reader);
				}
			}
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** 32 bytes in hexadecimal. */
	public synchronized String get(String name) {
		String known = this.values.getProperty(name);
		if (known != null) {
			return known;
		}
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		String made = HexFormat.of().formatHex(bytes);
		this.values.setProperty(name, made);
		save();
		return made;
	}

	private void save() {
		try {
			this.home.keepPrivate();
			Private.make(this.file);
			try (Writer writer = Files.newBufferedWriter(this.file)) {
				this.values.store(writer, "Of this machine's local stack. ./frontdesk reset makes new ones.");
			}
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
