package io.frontdesk.e2e;

import java.util.Locale;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** Keys of those who write other letters, as the browser itself takes them: input methods, AltGr and dead keys. */
final class ForeignKeyboard {

	static final int ALT_AND_CTRL = 1 | 2;

	static final int SHIFT = 8;

	private static final Gson GSON = new Gson();

	/** What a browser calls each key that an input method takes. */
	private static final int TAKEN = 229;

	private final CDPSession session;

	ForeignKeyboard(Page page) {
		this.session = page.context().newCDPSession(page);
	}

	/** The input method shows these letters as what it has so far; nothing ends it without a word. */
	void compose(String letters) {
		send("Input.imeSetComposition", Map.of("text", letters, "selectionStart", letters.length(), "selectionEnd",
				letters.length()));
	}

	/** The input method ends with these letters. */
	void commit(String letters) {
		send("Input.insertText", Map.of("text", letters));
	}

	/** Keys that the input method takes. */
	void take(String... keys) {
		for (var key : keys) {
			send("Input.dispatchKeyEvent",
					Map.of("type", "rawKeyDown", "key", key, "code", codeOf(key), "windowsVirtualKeyCode", TAKEN));
			send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", codeOf(key)));
		}
	}

	/** A key that writes a character. */
	void type(String character, String code, int modifiers) {
		send("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", character, "text", character, "code", code,
				"modifiers", modifiers, "windowsVirtualKeyCode", numberOf(code)));
		send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", character, "code", code));
	}

	/** A key that waits for the letter that its accent is put on. */
	void typeDead(String code) {
		send("Input.dispatchKeyEvent", Map.of("type", "rawKeyDown", "key", "Dead", "code", code));
		send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", "Dead", "code", code));
	}

	private static String codeOf(String key) {
		if (key.length() > 1) {
			return key;
		}
		return (Character.isDigit(key.charAt(0)) ? "Digit" : "Key") + key.toUpperCase(Locale.ROOT);
	}

	/** That of a letter or a digit is its character; of others nobody asks. */
	private static int numberOf(String code) {
		var last = code.charAt(code.length() - 1);
		return Character.isLowerCase(last) ? 0 : last;
	}

	private void send(String method, Map<String, Object> arguments) {
		this.session.send(method, (JsonObject) GSON.toJsonTree(arguments));
	}

}
