package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.regex.Pattern;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Keys that are typed, and none of ours: D14, D15, D16 and D19 of the web UI's stories. */
class TypingIT extends InBrowser {

	private static final String ALICE = "alice@frontdesk.test";

	/** Keys that elsewhere send, close, choose or go away. */
	private static final String[] KEYS = {"Enter", "ArrowDown", "ArrowUp", "e", "r", "1", "Escape"};

	private static final String NO_ADDRESS = "That is not an e-mail address.";

	/** Whether nothing lies over an element, and all of it is in the window. */
	private static final String IS_SEEN = """
			element => {
				const { left, top, right, bottom } = element.getBoundingClientRect();
				return [[left + 8, top + 4], [right - 8, top + 4], [left + 8, bottom - 4], [right - 8, bottom - 4]]
					.every(([x, y]) => element.contains(document.elementFromPoint(x, y)));
			}""";

	/** Whether nothing lies over the line in which the caret is. */
	private static final String CARET_IS_SEEN = """
			words => {
				const { left, top, bottom } = getSelection().getRangeAt(0).getBoundingClientRect();
				return bottom > top && [top + 2, bottom - 2].every(y => words.contains(document.elementFromPoint(left, y)));
			}""";

	/** AltGr is a key of its own on Linux, and the browser can't be told of that otherwise. */
	private static final String ALT_GR_E = """
			() => document.body.dispatchEvent(
				new KeyboardEvent('keydown', { key: 'e', code: 'KeyE', modifierAltGraph: true, bubbles: true }))""";

	private static final String SWITCH_APPS = """
			() => ['hidden', 'visible'].forEach(state => {
				Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
				document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
			})""";

	@Test
	@DisplayName("D14, / is also a slash: paths and alternatives stay as they are typed")
	void slashIsASlash() {
		open("abel@example.org", "Disk is full");
		compose("reply");
		var keyboard = this.page.keyboard();
		for (var line : List.of("/etc/hosts", "/ and/or", "/")) {
			keyboard.type(line);
			keyboard.press("Enter");
		}
		keyboard.type("//host/share");
		assertLines("reply", "/etc/hosts", "/ and/or", "/", "//host/share");
		assertThat(this.page.getByRole(AriaRole.LISTBOX)).hasCount(0);
		assertSound();
	}

	@Test
	@DisplayName("D14, Esc peels one layer a press: input method, link field, editor, and the draft is kept")
	void escapePeelsOneLayerAPress() {
		var ticket = open("berta@example.org", "Fan is loud");
		compose("reply");
		this.page.keyboard().type("See and/or");
		button("Link").click();
		var link = named(AriaRole.TEXTBOX, "Web or e-mail address");
		assertThat(link).isFocused();
		var keys = new ForeignKeyboard(this.page);
		keys.compose("れい");
		keys.take("Escape");
		keys.compose("");
		assertThat(link).isFocused();
		this.page.keyboard().press("Escape");
		assertThat(link).hasCount(0);
		assertThat(text("reply")).isFocused();
		this.page.keyboard().press("Escape");
		assertThat(text("reply")).hasCount(0);
		button("Reply to berta@example.org · draft").click();
		assertLines("reply", "See and/or");
		assertSound();
		this.page.keyboard().press("Escape");
		assertThat(text("reply")).hasCount(0);
		this.page.keyboard().press("Escape");
		assertThat(this.page).hasURL(Pattern.compile(".*/tickets$"));
		this.page.navigate(Frontdesk.stack().url() + "/tickets/" + ticket);
		assertLines("reply", "See and/or");
	}

	@Test
	@DisplayName("D14, Esc peels one layer a press: a menu and a list of choices, and not the page")
	void escapeClosesAMenuAndNotThePage() {
		open("cyril@example.org", "Sink is full");
		button("More about this message").click();
		assertThat(this.page.getByRole(AriaRole.MENU)).isVisible();
		this.page.keyboard().press("Escape");
		assertThat(this.page.getByRole(AriaRole.MENU)).hasCount(0);
		named(AriaRole.COMBOBOX, "Assignee").click();
		assertThat(this.page.getByRole(AriaRole.LISTBOX)).isVisible();
		this.page.keyboard().press("Escape");
		assertThat(this.page.getByRole(AriaRole.LISTBOX)).hasCount(0);
		assertThat(heading("Sink is full")).isVisible();
		assertSound();
	}

	@Test
	@DisplayName("D15, input methods: in the composer their keys make no line and send nothing, nor does the last Enter")
	void inputMethodSendsNothing() {
		var ticket = open("chiyo@example.org", "Letters are missing");
		compose("note");
		var keys = new ForeignKeyboard(this.page);
		keys.compose("にほん");
		keys.take(KEYS);
		keys.commit("日本");
		keys.take("Enter");
		assertLines("note", "日本");
		this.page.keyboard().press("Enter");
		this.page.keyboard().type("ok");
		assertLines("note", "日本", "ok");
		assertSound();
		this.page.keyboard().press("Control+Enter");
		assertThat(named(AriaRole.ARTICLE, "Internal note by Alice Adams")).containsText("日本");
		assertThat(Frontdesk.root().found(messages(ticket)).get("total").asInt()).isEqualTo(2);
		assertOpen(ticket);
	}

	@Test
	@DisplayName("D15, input methods: half a word is no copy, no tag and no shortcut")
	void inputMethodAddsNoHalfWord() {
		var ticket = open("daiki@example.org", "Words are cut");
		compose("reply");
		var keys = new ForeignKeyboard(this.page);
		var copies = named(AriaRole.TEXTBOX, "Add an address");
		copies.click();
		keys.compose("はな");
		keys.take(KEYS);
		keys.commit("花");
		keys.take("Enter");
		assertThat(copies).hasValue("花");
		assertThat(this.page.getByText(NO_ADDRESS)).hasCount(0);
		this.page.keyboard().press("Enter");
		assertThat(this.page.getByText(NO_ADDRESS)).isVisible();

		var tag = named(AriaRole.TEXTBOX, "Add a tag");
		tag.click();
		keys.compose("みず");
		keys.take(KEYS);
		keys.commit("水");
		keys.take("Enter");
		assertThat(tag).hasValue("水");
		this.page.keyboard().press("Enter");
		assertThat(this.page.getByText("Tags: 水. Saved.").first()).isVisible();
		heading("Words are cut").click();
		keys.take("e");
		assertSound();
		assertThat(Frontdesk.root().found(path(ticket)).get("tags").valueStream().map(JsonNode::asString))
				.containsExactly("水");
		assertOpen(ticket);
	}

	@Test
	@DisplayName("D15, input methods: in the requester's box they choose nobody")
	void inputMethodChoosesNobody() {
		logIn(ALICE, "/tickets/new");
		assertThat(heading("New ticket")).isVisible();
		var requester = named(AriaRole.COMBOBOX, "Name or address of whom it is for");
		requester.click();
		var keys = new ForeignKeyboard(this.page);
		keys.compose("はな");
		keys.take(KEYS);
		keys.commit("花");
		keys.take("Enter");
		assertThat(requester).hasValue("花");
		assertThat(this.page.getByText("chooses nobody")).hasCount(0);
		this.page.keyboard().press("Enter");
		assertThat(this.page.getByText("“花” chooses nobody")).isVisible();
		requester.fill("");
		keys.compose("hana@example.jp");
		assertThat(named(AriaRole.OPTION, "Use hana@example.jp")).isVisible();
		keys.take(KEYS);
		keys.commit("hana@example.jp");
		keys.take("ArrowDown", "Enter");
		assertThat(requester).hasValue("hana@example.jp");
		requester.press("ArrowDown");
		requester.press("Enter");
		assertThat(requester).hasCount(0);
		assertThat(this.page.getByText("hana@example.jp").first()).isVisible();
		assertSound();
	}

	@Test
	@DisplayName("D16, AltGr, dead keys, layouts: what they type is no shortcut, and ? is one where it needs Shift")
	void typedLetterIsNoShortcut() {
		var ticket = open("edyta@example.org", "Keys are foreign");
		untilItListens();
		var keys = new ForeignKeyboard(this.page);
		for (int modifiers : new int[]{0, ForeignKeyboard.ALT_AND_CTRL}) {
			keys.type("€", "KeyE", modifiers);
			keys.type("ę", "KeyE", modifiers);
			keys.type("ń", "KeyN", modifiers);
			keys.type("ć", "KeyC", modifiers);
		}
		keys.type("e", "KeyE", ForeignKeyboard.ALT_AND_CTRL);
		this.page.evaluate(ALT_GR_E);
		keys.typeDead("Equal");
		keys.type("e", "KeyE", 0);
		keys.type("?", "Minus", ForeignKeyboard.SHIFT);
		assertThat(named(AriaRole.DIALOG, "Keyboard shortcuts")).isVisible();
		this.page.keyboard().press("Escape");
		assertThat(this.page.getByRole(AriaRole.DIALOG)).hasCount(0);
		assertThat(heading("Keys are foreign")).isVisible();
		assertThat(named(AriaRole.TEXTBOX, "Text of the")).hasCount(0);
		assertSound();
		assertOpen(ticket);
	}

	@Test
	@DisplayName("D16, AltGr: what it types is written, and Ctrl and Alt together neither send nor format")
	void altGrWritesInTheComposer() {
		open("fryda@example.org", "At is away");
		compose("reply");
		var keys = new ForeignKeyboard(this.page);
		keys.type("@", "KeyQ", 0);
		keys.type("€", "KeyE", 0);
		keys.type("ę", "KeyE", 0);
		keys.type("{", "Digit7", 0);
		for (var together : List.of("Enter", "b", "e", "7")) {
			this.page.keyboard().press("Control+Alt+" + together);
		}
		this.page.keyboard().type("}");
		assertLines("reply", "@€ę{}");
		assertThat(text("reply").locator("strong")).hasCount(0);
		assertSound();
	}

	@Test
	@DisplayName("D16, key repeat: a key that is held closes one ticket, once")
	void heldKeyClosesOnce() {
		var client = "gerd@example.org";
		var ticket = open(client, "Key is stuck");
		untilItListens();
		var reopen = button("Reopen and tell " + client);
		this.page.keyboard().down("e");
		assertThat(reopen).isVisible();
		for (int repeats = 0; repeats < 5; repeats++) {
			this.page.keyboard().down("e");
		}
		this.page.keyboard().up("e");
		assertThat(reopen).isVisible();
		assertSound();
		assertThat(statusChanges(ticket)).isOne();
		this.page.keyboard().press("e");
		assertThat(button("Close and tell " + client)).isVisible();
		await().atMost(Frontdesk.PATIENCE).until(() -> statusChanges(ticket) == 2);
	}

	@Test
	@DisplayName("D19, phone with the keyboard up: kind, recipients, the caret's line and Send are seen; a turn keeps text and caret")
	void phoneWithTheKeyboardUpShowsToWhomOneWrites() {
		var touch = new JsonObject();
		touch.addProperty("enabled", true);
		this.context.newCDPSession(this.page).send("Emulation.setTouchEmulationEnabled", touch);
		this.page.setViewportSize(360, 740);
		open("hilde@example.org", "Phone is small");
		compose("reply");
		named(AriaRole.TEXTBOX, "Add an address").fill("ilka@example.org, jana@example.net, kuno@example.com");
		this.page.keyboard().press("Enter");
		text("reply").click();
		for (int line = 1; line < 12; line++) {
			this.page.keyboard().type("Line " + line);
			this.page.keyboard().press("Enter");
		}
		this.page.keyboard().type("The end");
		this.page.setViewportSize(360, 380);
		assertWritingIsSeen();
		for (int line = 1; line < 12; line++) {
			this.page.keyboard().press("ArrowUp");
		}
		assertWritingIsSeen();
		this.page.keyboard().press("End");
		this.page.keyboard().press("ArrowLeft");
		this.page.setViewportSize(740, 360);
		assertWritingIsSeen();
		this.page.setViewportSize(740, 160);
		assertCaretIsSeen();
		this.page.setViewportSize(360, 380);
		this.page.evaluate(SWITCH_APPS);
		assertWritingIsSeen();
		this.page.keyboard().type("x");
		assertThat(text("reply").locator(":scope > div").first()).hasText("Line x1");
		assertThat(text("reply").locator(":scope > div").last()).hasText("The end");
		assertSound();
	}

	/** A page that is drawn may not listen to keys yet. */
	private void untilItListens() {
		press("n", text("note"));
		this.page.keyboard().press("Escape");
		assertThat(text("note")).hasCount(0);
	}

	private void assertWritingIsSeen() {
		var kind = this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Reply").setExact(true));
		for (var wanted : List.of(kind, button("Send to hilde@example.org and 3 others"))) {
			await(wanted + " is seen").pollInSameThread()
					.atMost(Frontdesk.PATIENCE)
					.until(() -> (Boolean) wanted.evaluate(IS_SEEN));
		}
		assertCaretIsSeen();
	}

	private void assertCaretIsSeen() {
		await("the caret is seen").pollInSameThread()
				.atMost(Frontdesk.PATIENCE)
				.until(() -> (Boolean) text("reply").evaluate(CARET_IS_SEEN));
	}

	private void assertLines(String kind, String... lines) {
		assertThat(text(kind).locator(":scope > div")).hasText(lines);
	}

	private static void assertOpen(long ticket) {
		assertThat(Frontdesk.root().found(path(ticket)).get("status").asString()).isEqualTo("open");
	}

	private static long statusChanges(long ticket) {
		return Frontdesk.root()
				.found(path(ticket) + "/history")
				.get("items")
				.valueStream()
				.filter(entry -> entry.get("field").asString().equals("status"))
				.count();
	}

	private static String path(long ticket) {
		return "/api/v1/tickets/" + ticket;
	}

	private static String messages(long ticket) {
		return path(ticket) + "/messages";
	}

	private long open(String from, String subject) {
		var ticket = Frontdesk.root()
				.created("/api/v1/tickets", """
						{"requester": {"email": "%s"}, "subject": "%s", "message": "What now?"}""".formatted(from,
						subject))
				.get("id")
				.asLong();
		logIn(ALICE, "/tickets/" + ticket);
		assertThat(heading("#%d %s".formatted(ticket, subject))).isVisible();
		assertThat(this.page.getByRole(AriaRole.ARTICLE).first()).isVisible();
		return ticket;
	}

}
