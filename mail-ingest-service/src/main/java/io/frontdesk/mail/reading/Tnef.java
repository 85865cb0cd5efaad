package io.frontdesk.mail.reading;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Outlook's winmail.dat, [MS-OXTNEF]: the body and the files in it. What is cut off or broken is read as far as it goes,
 * so no checksum is looked at.
 */
record Tnef(String text, @Nullable String html, List<Tnef.File> files) {

	private static final int SIGNATURE = 0x223e9f78;

	private static final int BODY = 0x2800c;

	private static final int MESSAGE_PROPERTIES = 0x69003;

	private static final int CODE_PAGE = 0x69007;

	private static final int ATTACHMENT_BEGINS = 0x69002;

	private static final int ATTACHMENT_DATA = 0x6800f;

	private static final int ATTACHMENT_TITLE = 0x18010;

	private static final int ATTACHMENT_PROPERTIES = 0x69005;

	private static final int PLAIN = 0x1000;

	private static final int RTF = 0x1009;

	private static final int HTML = 0x1013;

	private static final int DATA = 0x3701;

	private static final int LONG_NAME = 0x3707;

	private static final int SHORT_NAME = 0x3704;

	private static final int DISPLAY_NAME = 0x3001;

	private static final int MIME_TYPE = 0x370e;

	private static final int CONTENT_ID = 0x3712;

	private static final String UNNAMED = "Untitled attachment";

	private static final int MAX_FILES = 500;

	record File(String name, String type, @Nullable String contentId, byte[] content) {}

	static boolean is(String type, String name) {
		return type.equals("application/ms-tnef") || type.equals("application/vnd.ms-tnef")
				|| name.equalsIgnoreCase("winmail.dat") || name.equalsIgnoreCase("win.dat");
	}

	static Tnef read(byte[] bytes) {
		return new Reader().read(bytes);
	}

	private static final class Reader {

		private final List<Map<Integer, byte[]>> attachments = new ArrayList<>();

		private final Map<Integer, byte[]> message = new HashMap<>();

		private String charset = "windows-1252";

		private Tnef read(byte[] bytes) {
			var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
			if (in.remaining() < 6 || in.getInt() != SIGNATURE) {
				return new Tnef("", null, List.of());
			}
			in.getShort();
			while (in.remaining() >= 9 && this.attachments.size() < MAX_FILES) {
				in.get();
				var id = in.getInt();
				var length = in.getInt();
				if (length < 0) {
					break;
				}
				attribute(id, take(in, length));
				in.position(Math.min(in.limit(), in.position() + 2));
			}
			var html = this.message.get(HTML);
			var rtf = this.message.get(RTF);
			var opened = (rtf == null) ? null : Rtf.of(rtf, this.charset);
			var page = (html != null) ? Charsets.decode(html, this.charset) : (opened == null) ? null : opened.html();
			var text = this.message.containsKey(PLAIN)
					? text(this.message.get(PLAIN))
					: (opened == null) ? "" : opened.text();
			return new Tnef(text, page,
					this.attachments.stream().map(this::file)
							.filter(file -> file.content().length > 0 || !file.name().equals(UNNAMED)).toList());
		}

		private void attribute(int id, byte[] value) {
			switch (id) {
				case CODE_PAGE -> this.charset = codePage(value);
				case BODY -> this.message.put(PLAIN, value);
				case MESSAGE_PROPERTIES -> properties(value, this.message);
				case ATTACHMENT_BEGINS -> this.attachments.add(new HashMap<>());
				case ATTACHMENT_DATA -> {
					if (attachment().containsKey(DATA)) {
						this.attachments.add(new HashMap<>());
					}
					attachment().put(DATA, value);
				}
				case ATTACHMENT_TITLE -> attachment().putIfAbsent(SHORT_NAME, value);
				case ATTACHMENT_PROPERTIES -> properties(value, attachment());
				default -> {
					// calendar and routing details, of which the mail's own headers tell more
				}
			}
		}

		private Map<Integer, byte[]> attachment() {
			if (this.attachments.isEmpty()) {
				this.attachments.add(new HashMap<>());
			}
			return this.attachments.getLast();
		}

		private static String codePage(byte[] value) {
			var number = (value.length < 4) ? 0 : ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt();
			return switch (number) {
				case 65001 -> "utf-8";
				case 20866 -> "koi8-r";
				case 21866 -> "koi8-u";
				case 28591, 28592, 28595, 28605 -> "iso-8859-" + (number - 28590);
				case 50220, 50221, 50222 -> "iso-2022-jp";
				case 932, 936, 949, 950, 874 -> "cp" + number;
				default -> (number >= 1250 && number <= 1258) ? "windows-" + number : "windows-1252";
			};
		}

		private void properties(byte[] bytes, Map<Integer, byte[]> into) {
			var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
			var count = (in.remaining() >= 4) ? in.getInt() : 0;
			try {
				for (var i = 0; i < count && in.remaining() >= 4; i++) {
					var type = in.getShort() & 0xffff;
					var id = in.getShort() & 0xffff;
					if (id >= 0x8000) {
						skipName(in);
					}
					var value = value(in, type);
					if (value != null) {
						into.put(id, value);
					}
				}
			} catch (BufferUnderflowException | IllegalArgumentException ex) {
				// cut off here
			}
		}

		private static void skipName(ByteBuffer in) {
			in.position(in.position() + 16);
			if (in.getInt() == 0) {
				in.getInt();
			} else {
				take(in, padded(in.getInt()));
			}
		}

		private byte @Nullable [] value(ByteBuffer in, int type) {
			var many = (type & 0x1000) != 0;
			var single = type & 0xefff;
			var variable = single == 0x1e || single == 0x1f || single == 0x102 || single == 0x0d;
			if (!variable && !many) {
				return take(in, switch (single) {
					case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
					case 0x48 -> 16;
					case 0x00, 0x01 -> 0;
					default -> 4;
				});
			}
			var count = in.getInt();
			byte[] first = null;
			for (var i = 0; i < count && in.hasRemaining(); i++) {
				Work.spend(1);
				byte[] value;
				if (variable) {
					var length = in.getInt();
					value = take(in, length);
					take(in, padded(length) - length);
				} else {
					value = take(in, switch (single) {
						case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
						case 0x48 -> 16;
						default -> 4;
					});
				}
				if (first == null) {
					first = switch (single) {
						case 0x1f -> new String(value, StandardCharsets.UTF_16LE).replace("\0", "")
								.getBytes(StandardCharsets.UTF_8);
						case 0x1e -> utf8(value);
						case 0x0d ->
							(value.length > 16) ? Arrays.copyOfRange(value, 16, value.length) : value;
						default -> value;
					};
				}
			}
			return first;
		}

		private byte[] utf8(byte[] value) {
			return Charsets.decode(value, this.charset).replace("\0", "").getBytes(StandardCharsets.UTF_8);
		}

		private static int padded(int length) {
			return length + 3 & ~3;
		}

		private static byte[] take(ByteBuffer in, int length) {
			var bytes = new byte[Math.max(0, Math.min(length, in.remaining()))];
			Work.spend(bytes.length);
			in.get(bytes);
			return bytes;
		}

		private File file(Map<Integer, byte[]> properties) {
			var name = "";
			for (var id : new int[]{LONG_NAME, DISPLAY_NAME, SHORT_NAME}) {
				if (name.isBlank() && properties.containsKey(id)) {
					name = text(properties.get(id)).replace("\0", "").strip();
				}
			}
			var data = properties.getOrDefault(DATA, new byte[0]);
			if (data.length > 4 && ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt() == SIGNATURE) {
				name = name.isBlank() ? "winmail.dat" : name;
			}
			var type = text(properties.getOrDefault(MIME_TYPE, new byte[0])).replace("\0", "").strip()
					.toLowerCase(Locale.ROOT);
			var id = text(properties.getOrDefault(CONTENT_ID, new byte[0])).replace("\0", "").replaceAll("[<>\\s]", "");
			return new File(name.isBlank() ? UNNAMED : name,
					type.matches("[\\w.+-]+/[\\w.+-]+") ? type : "application/octet-stream", id.isEmpty() ? null : id,
					data);
		}

		private String text(byte @Nullable [] value) {
			return (value == null) ? "" : Charsets.decode(value, isUtf8(value) ? "utf-8" : this.charset);
		}

		private static boolean isUtf8(byte[] value) {
			return Arrays.equals(new String(value, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8),
					value);
		}

	}

}
