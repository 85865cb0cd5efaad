package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Files written into a text between "begin 644 name" and "end". */
final class Uuencode {

	private static final Pattern BEGIN = Pattern.compile("begin(?:-base64)?\\s++[0-7]{3,4}\\s++(\\S.*+)");

	private Uuencode() {}

	record File(String name, byte[] content) {}

	record Split(String text, List<File> files) {}

	static byte[] decode(byte[] raw) {
		var files = split(new String(raw, StandardCharsets.ISO_8859_1)).files();
		return files.isEmpty() ? raw : files.getFirst().content();
	}

	static Split split(String text) {
		Work.spend(text.length());
		if (!text.contains("begin ")) {
			return new Split(text, List.of());
		}
		var rest = new StringBuilder();
		var files = new ArrayList<File>();
		var lines = text.split("\n", -1);
		for (var i = 0; i < lines.length; i++) {
			var begin = BEGIN.matcher(lines[i].stripTrailing());
			var end = begin.matches() ? end(lines, i + 1) : -1;
			if (end > i) {
				files.add(new File(begin.group(1), content(lines, i + 1, end)));
				i = end;
			} else {
				rest.append(lines[i]).append((i < lines.length - 1) ? "\n" : "");
			}
		}
		return new Split(rest.toString(), files);
	}

	private static int end(String[] lines, int from) {
		for (var i = from; i < lines.length; i++) {
			Work.spend(lines[i].length());
			if (lines[i].stripTrailing().equals("end")) {
				return i;
			}
			if (!isEncoded(lines[i])) {
				return -1;
			}
		}
		return -1;
	}

	private static boolean isEncoded(String line) {
		var text = line.replaceAll("[\r\n]", "");
		if (text.isEmpty()) {
			return true;
		}
		var length = value(text.charAt(0));
		return length >= 0 && length <= 45 && text.chars().allMatch(c -> c >= ' ' && c <= '`')
				&& text.length() <= 1 + (length + 2) / 3 * 4 + 2;
	}

	private static byte[] content(String[] lines, int from, int end) {
		var out = new ByteArrayOutputStream();
		for (var i = from; i < end; i++) {
			var line = lines[i];
			var left = line.isEmpty() ? 0 : value(line.charAt(0));
			for (var at = 1; left > 0; at += 4, left -= 3) {
				var bits = at(line, at) << 18 | at(line, at + 1) << 12 | at(line, at + 2) << 6 | at(line, at + 3);
				for (var n = 0; n < Math.min(3, left); n++) {
					out.write(bits >> 16 - 8 * n);
				}
			}
		}
		return out.toByteArray();
	}

	private static int at(String line, int index) {
		return (index < line.length()) ? Math.max(0, value(line.charAt(index))) : 0;
	}

	private static int value(char c) {
		return (c < ' ' || c > '`') ? -1 : c - ' ' & 0x3f;
	}

}
