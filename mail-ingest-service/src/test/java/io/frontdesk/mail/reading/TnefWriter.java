package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes a winmail.dat as Outlook does. */
final class TnefWriter {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	TnefWriter() {
		this.out.writeBytes(number(0x223e9f78));
		this.out.writeBytes(new byte[]{1, 0});
	}

	TnefWriter attribute(int level, int id, byte[] value) {
		this.out.write(level);
		this.out.writeBytes(number(id));
		this.out.writeBytes(number(value.length));
		this.out.writeBytes(value);
		this.out.writeBytes(new byte[2]);
		return this;
	}

	byte[] bytes() {
		return this.out.toByteArray();
	}

	static byte[] number(int number) {
		return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
	}

}
