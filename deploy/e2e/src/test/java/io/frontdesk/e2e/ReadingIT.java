package io.frontdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Mails and their files as staff read them: D17, D20, D21 and D22 of the web UI's stories. */
class ReadingIT extends InBrowser {

	private static final String ALICE = "alice@frontdesk.test";

	private static final int[] WIDTHS = {1280, 360};

	private static final String FAMILY = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";

	/** What is shown, by what was sent. */
	private static final Map<String, String> NAMES = Map.of("U\u0308bersicht.txt", "\u00dcbersicht.txt",
			"Screenshot 2026-11-27 at 10.15.32\u202fPM.txt", "Screenshot 2026-11-27 at 10.15.32\u202fPM.txt",
			FAMILY + " Fest.txt", FAMILY.replace("\u200d", "") + " Fest.txt",
			"It\u2019s \u201cfinal\u201d; v2 'x'.txt", "It\u2019s \u201cfinal\u201d; v2 'x'.txt",
			"say \"no\".txt", "say no.txt", "photo\u202etxt.exe", "phototxt.exe",
			"Offer " + "x".repeat(194) + ".tiff", "Offer " + "x".repeat(109) + ".tiff");

	/** Words that stand on more than one line. */
	private static final String BROKEN_WORDS = """
			[...document.querySelectorAll('th, td:not(:has(a))')].flatMap(cell => {
				const broken = [];
				const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
				while (texts.nextNode()) {
					for (const word of texts.currentNode.data.matchAll(/\\S+/g)) {
						const range = document.createRange();
						range.setStart(texts.currentNode, word.index);
						range.setEnd(texts.currentNode, word.index + word[0].length);
						if (new Set([...range.getClientRects()].map(each => Math.round(each.top))).size > 1) {
							broken.push(word[0]);
						}
					}
				}
				return broken;
			})""";

	/** Cells that no scrolling brings into view. */
	private static final String CUT_OFF = """
			[...document.querySelectorAll('th, td:not(:has(a))')].filter(cell => {
				const scrolledTo = inline => {
					cell.scrollIntoView({inline, block: 'nearest'});
					return cell.getBoundingClientRect();
				};
				return scrolledTo('start').left < -1
					|| scrolledTo('end').right > document.documentElement.clientWidth + 1;
			}).map(cell => cell.textContent)""";

	/** By WCAG, of an element's words on the nearest ground that is drawn. */
	private static final String CONTRAST = """
			element => {
				const parts = color => color.match(/[\\d.]+/g).map(Number);
				const drawn = color => (parts(color)[3] ?? 1) > 0;
				let ground = element;
				while (ground.parentElement && !drawn(getComputedStyle(ground).backgroundColor)) {
					ground = ground.parentElement;
				}
				const luminance = color => {
					const [r, g, b] = parts(color).map(it => it / 255)
						.map(it => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
					return 0.2126 * r + 0.7152 * g + 0.0722 * b;
				};
				const [low, high] = [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor]
					.map(luminance).sort((a, b) => a - b);
				return (high + 0.05) / (low + 0.05);
			}""";

	/** The frame's height, once it stays the same; -1 if it does not. */
	private static final String RESTING = """
			async () => {
				const frame = document.querySelector('article iframe');
				let [height, same] = [-1, 0];
				for (let drawn = 0; drawn < 600 && same < 30; drawn++) {
					await new Promise(requestAnimationFrame);
					same = frame.clientHeight === height ? same + 1 : 0;
					height = frame.clientHeight;
				}
				return same < 30 ? -1 : height;
			}""";

	@Test
	@DisplayName("D17, names of files: each is readable and keeps its ending, on the page, in the download and in our mail")
	void filesKeepTheirNames() throws Exception {
		var client = "quentin@example.org";
		open(RawMail.of(client, "Named files", "<p>Seven files</p>",
				NAMES.keySet()
						.stream()
						.map(name -> RawMail.File.attached(name, "application/octet-stream", bytes(name.length())))
						.toArray(RawMail.File[]::new)));
		for (var name : NAMES.entrySet()) {
			assertDownload(file(name.getValue()), name.getValue(), bytes(name.getKey().length()));
		}
		compose("reply");
		this.page.keyboard().type("They come back.");
		this.page.setInputFiles("input[type=file]",
				NAMES.keySet()
						.stream()
						.map(name -> new FilePayload(name, "application/octet-stream", bytes(40)))
						.toArray(FilePayload[]::new));
		for (var shown : NAMES.values()) {
			assertThat(button("Remove " + shown)).isVisible();
		}
		assertSound();
		button("Send to " + client).click();
		var mail = Frontdesk.awaitMail(client, it -> it.text().contains("They come back."));
		assertThat(mail.text().lines().filter(line -> line.startsWith("[attached: ")))
				.containsExactlyInAnyOrderElementsOf(
						NAMES.values().stream().map("[attached: %s]"::formatted).toList());
	}

	@Test
	@DisplayName("D17, names of files: what no browser draws has a row that says so, and is downloaded as it came")
	void fileWithoutPreviewIsARowAndNoBrokenPicture() throws Exception {
		var photo = bytes(2000);
		open(RawMail.of("rosa@example.org", "Photos of the roof",
				"<p>Two here: <img src=\"cid:a\"> <img src=\"cid:b\"></p>",
				RawMail.File.attached("IMG_1.HEIC", "image/heic", photo),
				RawMail.File.attached("scan.tiff", "image/tiff", photo),
				RawMail.File.attached("broken.png", "image/png", photo),
				new RawMail.File("IMG_2.HEIC", "image/heic", "a", photo),
				new RawMail.File("half.png", "image/png", "b", photo)));
		for (var name : List.of("IMG_1.HEIC", "scan.tiff", "IMG_2.HEIC")) {
			assertThat(row(name)).containsText("2 kB");
			assertThat(row(name)).containsText("No preview");
		}
		for (var name : List.of("broken.png", "half.png")) {
			assertThat(row(name)).containsText("2 kB");
			button("Preview " + name).click();
			var dialog = named(AriaRole.DIALOG, name);
			assertThat(dialog.getByText("There is no preview of this file.")).isVisible();
			assertThat(dialog.getByRole(AriaRole.IMG)).hasCount(0);
			this.page.keyboard().press("Escape");
			assertThat(dialog).hasCount(0);
		}
		for (var name : List.of("IMG_1.HEIC", "scan.tiff", "IMG_2.HEIC", "broken.png", "half.png")) {
			assertDownload(file(name), name, photo);
		}
		assertThat(frame().evaluate("document.images.length")).isEqualTo(0);
		assertSound();
	}

	@Test
	@DisplayName("D20, tables in mails: no word is broken, columns keep their proportion, and all of it is reached by scrolling")
	void wideTableScrollsWithinItsMessage() throws Exception {
		open(RawMail.of("selma@example.org", "Price list", ReadingTables.priceList()));
		for (var width : WIDTHS) {
			this.page.setViewportSize(width, 800);
			var frame = frame();
			assertThat(frame.evaluate(BROKEN_WORDS)).as("broken at %d px", width).isEqualTo(List.of());
			assertThat(frame.evaluate(CUT_OFF)).as("cut off at %d px", width).isEqualTo(List.of());
			@SuppressWarnings("unchecked")
			var shares = (List<Number>) frame.evaluate(
					"[...document.querySelectorAll('th')].map(it => it.getBoundingClientRect().width / it.width)");
			assertThat(shares).hasSize(ReadingTables.COLUMNS)
					.allSatisfy(share -> assertThat(share.doubleValue()).isCloseTo(1, within(0.03)));
			frame.evaluate("scrollTo(0, 0)");
			intoFrame();
			await().pollInSameThread().atMost(Frontdesk.PATIENCE).until(() -> {
				this.page.keyboard().press("ArrowRight");
				return frame.evaluate("Math.ceil(scrollX + innerWidth) >= document.documentElement.scrollWidth");
			}, Boolean.TRUE::equals);
			assertThat(this.page.evaluate("document.documentElement.scrollWidth <= innerWidth && scrollX === 0"))
					.as("the page itself at %d px", width).isEqualTo(true);
		}
		assertSound();
	}

	@Test
	@DisplayName("D20, tables in mails: however its sender laid it out, nothing is broken or cut off, and long links wrap")
	void tableOfAnyKindIsReadable() throws Exception {
		open(RawMail.of("tarek@example.org", "All kinds", ReadingTables.allKinds()));
		for (var width : WIDTHS) {
			this.page.setViewportSize(width, 800);
			var frame = frame();
			assertThat(frame.evaluate(BROKEN_WORDS)).as("broken at %d px", width).isEqualTo(List.of());
			assertThat(frame.evaluate(CUT_OFF)).as("cut off at %d px", width).isEqualTo(List.of());
			@SuppressWarnings("unchecked")
			var links = (List<Number>) frame.evaluate("""
					[...document.links].map(it => Math.max(...[...it.getClientRects()].map(each => each.width)))""");
			assertThat(links).hasSize(2)
					.allSatisfy(link -> assertThat(link.intValue()).as("link at %d px", width).isLessThan(width));
			assertThat(resting(width, 800)).as("height at %d px", width).isBetween(100, 4000);
		}
		assertSound();
	}

	@Test
	@DisplayName("D21, dark: a formatted mail keeps its sender's colours on the ground that they were chosen for")
	void colorsAreAsTheSenderMeantThem() throws Exception {
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		open(RawMail.of("ursula@example.org", "Red lines",
				"""
						<html><head><style>@media (prefers-color-scheme: dark) { body { background: #000 } p { color: #fff !important } }
						</style></head><body>
						<p>Plain words</p>
						<p style="color:#000">Black words</p>
						<p><font color="#ff0000">Red words</font> and <span style="background:yellow;mso-highlight:yellow">yellow marks</span></p>
						<table><tr><td bgcolor="1F3864"><font color="white">White head</font></td>
						<td style="background:#1F3864;color:white">White cell</td></tr></table>
						</body></html>"""));
		var frame = frame();
		assertThat(color(frame, "Red words", "color")).isEqualTo("rgb(255, 0, 0)");
		assertThat(color(frame, "Black words", "color")).isEqualTo("rgb(0, 0, 0)");
		assertThat(color(frame, "yellow marks", "backgroundColor")).isEqualTo("rgb(255, 255, 0)");
		assertThat(frame.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
				.isEqualTo("rgb(255, 255, 255)");
		for (var words : List.of("Plain words", "Black words", "yellow marks", "White head", "White cell")) {
			assertThat(contrast(frame.getByText(words))).as(words).isGreaterThan(7);
		}
		quote();
		for (var words : List.of("Plain words", "Black words", "Red words", "yellow marks", "White head")) {
			assertThat(contrast(text("reply").getByText(words).last())).as("quoted: " + words).isGreaterThan(7);
		}
		assertSound();
	}

	@Test
	@DisplayName("D21, dark: a letter that is white on black stays so, and a plain one follows the theme")
	void whiteLetterKeepsItsGroundAndAPlainOneIsDark() throws Exception {
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		open(RawMail.of("viola@example.org", "White letter",
				"<html><body bgcolor=\"#111111\" text=\"white\"><p>White words</p></body></html>"));
		assertThat(contrast(frame().getByText("White words"))).isGreaterThan(7);
		assertSound();
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		Frontdesk.mail("wanda@example.org", "Plain letter", "Nothing but words.");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("wanda@example.org", _ -> true));
		this.page.navigate(Frontdesk.stack().url() + "/tickets/" + ticket);
		var words = this.page.getByText("Nothing but words.");
		assertThat(contrast(words)).isGreaterThan(7);
		assertThat(words.evaluate("it => getComputedStyle(it.closest('article')).backgroundColor"))
				.isNotEqualTo("rgb(255, 255, 255)");
		assertSound();
	}

	@Test
	@DisplayName("D22, the same mail, two sizes: pictures keep their proportion, a logo its size, and a photo opens full")
	void picturesFitAndKeepTheirProportion() throws Exception {
		open(RawMail.of("xenia@example.org", "Pictures of the hall",
				"""
						<p><img id="fixed" alt="fixed" src="cid:banner" width="800" height="200"></p>
						<p><img alt="inches" src="cid:banner" style="width:8in;height:2in"></p>
						<p><img alt="high" src="cid:banner" height="30"></p>
						<p><img alt="logo" src="cid:logo"></p>
						<p><img alt="fluid" src="cid:logo" style="width:100%%;max-width:30px"></p>
						<table><tr><td><img alt="cell" src="cid:logo" width="30"></td><td style="white-space:nowrap">%s</td></tr></table>
						<p><img alt="photo" src="cid:photo"></p>
						"""
						.formatted("Words in one line. ".repeat(12)),
				new RawMail.File("banner.png", "image/png", "banner", picture(1600, 400)),
				new RawMail.File("logo.png", "image/png", "logo", picture(30, 30)),
				new RawMail.File("hall.png", "image/png", "photo", picture(6000, 4000)),
				RawMail.File.attached("roof.png", "image/png", picture(6000, 4000))));
		for (var width : WIDTHS) {
			this.page.setViewportSize(width, 800);
			var frame = frame();
			for (var name : List.of("fixed", "inches", "high")) {
				assertThat(proportion(frame, name)).as("%s at %d px", name, width).isCloseTo(4, within(0.1));
			}
			assertThat(box(frame, "high").get("height")).isEqualTo(30.0);
			for (var name : List.of("logo", "fluid", "cell")) {
				assertThat(box(frame, name)).as("%s at %d px", name, width)
						.isEqualTo(Map.of("width", 30.0, "height", 30.0));
			}
			assertThat(proportion(frame, "photo")).isCloseTo(1.5, within(0.02));
			for (var name : List.of("fixed", "inches", "photo")) {
				assertThat(box(frame, name).get("width")).as("%s at %d px", name, width)
						.isLessThanOrEqualTo(((Number) frame.evaluate("innerWidth")).doubleValue())
						.isGreaterThan(200);
			}
		}
		assertFull(frame().getByRole(AriaRole.LINK, new Frame.GetByRoleOptions().setName("photo")));
		button("Preview roof.png").click();
		var shown = named(AriaRole.IMG, "roof.png");
		await().pollInSameThread().until(() -> shown.evaluate("it => it.naturalWidth"), Integer.valueOf(6000)::equals);
		assertThat(shown.boundingBox().width).isBetween(200.0, 1280.0);
		assertFull(named(AriaRole.LINK, "Open in full size"));
		assertSound();
	}

	@Test
	@DisplayName("D22, the same mail, two sizes: a height that depends on the frame comes to rest, also after a turn and a zoom")
	void heightComesToRest() throws Exception {
		open(RawMail.of("yusuf@example.org", "As high as the window",
				"""
						<html style="height:100%%"><body style="height:100%%"><table height="100%%" width="100%%" style="height:100%%">
						<tr><td height="100%%"><div style="height:100%%;min-height:100vh">%s</div></td></tr></table></body></html>
						"""
						.formatted("<p>Some words that wrap where there is little room for them.</p>".repeat(8))));
		frame();
		var upright = resting(360, 740);
		var turned = resting(740, 360);
		assertThat(turned).isBetween(100, upright);
		assertThat(resting(360, 740)).isEqualTo(upright);
		var desk = resting(1280, 800);
		// a zoom of 200 % leaves half of the window
		assertThat(resting(640, 400)).isBetween(100, 4000);
		assertThat(resting(1280, 800)).isEqualTo(desk);
		assertSound();
	}

	private int resting(int width, int height) {
		this.page.setViewportSize(width, height);
		return ((Number) this.page.evaluate(RESTING)).intValue();
	}

	/** Lets the mail come in and reads it. */
	private void open(RawMail mail) throws Exception {
		Frontdesk.append(mail.bytes());
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail(mail.from(), _ -> true));
		logIn(ALICE, "/tickets/" + ticket);
		assertThat(heading("#%d %s".formatted(ticket, mail.subject()))).isVisible();
	}

	/** The page of the one mail that is read, with its pictures, once it has the width that it keeps. */
	private Frame frame() {
		var frame = requireNonNull(this.page.locator("article iframe").elementHandle().contentFrame());
		frame.waitForLoadState();
		assertThat(this.page.evaluate(RESTING)).isNotEqualTo(-1);
		return frame;
	}

	private Locator row(String name) {
		return named(AriaRole.LIST, "Attachments").getByRole(AriaRole.LISTITEM)
				.filter(new Locator.FilterOptions().setHas(file(name)));
	}

	private Locator file(String name) {
		return this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private void assertDownload(Locator link, String name, byte[] content) throws IOException {
		var download = this.page.waitForDownload(link::click);
		assertThat(download.suggestedFilename()).isEqualTo(name);
		assertThat(Files.readAllBytes(download.path())).isEqualTo(content);
	}

	private void assertFull(Locator link) {
		var full = this.context.waitForPage(link::click);
		full.waitForLoadState();
		assertThat(full.evaluate("document.images[0].naturalWidth")).isEqualTo(6000);
		full.close();
	}

	/** As people do where a mail has lines to answer: copied, and put into the reply. */
	private void quote() {
		intoFrame();
		this.page.keyboard().press("Control+a");
		this.page.keyboard().press("Control+c");
		// keys that are pressed in a frame don't reach the page around it
		this.page.getByRole(AriaRole.HEADING).first().click();
		compose("reply");
		this.page.keyboard().press("Control+v");
	}

	/** By the keyboard alone: a click is watched by a script, and there none may run. */
	private void intoFrame() {
		button("More about this message").focus();
		this.page.keyboard().press("Tab");
	}

	private static double contrast(Locator words) {
		return ((Number) words.evaluate(CONTRAST)).doubleValue();
	}

	private static Object color(Frame frame, String words, String property) {
		return frame.getByText(words).evaluate("(it, property) => getComputedStyle(it)[property]", property);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Double> box(Frame frame, String alt) {
		var box = (Map<String, Number>) frame.getByAltText(alt, new Frame.GetByAltTextOptions().setExact(true))
				.evaluate("it => { const {width, height} = it.getBoundingClientRect(); return {width, height}; }");
		return box.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().doubleValue()));
	}

	private static double proportion(Frame frame, String alt) {
		var box = box(frame, alt);
		return requireNonNull(box.get("width")) / requireNonNull(box.get("height"));
	}

	private static byte[] bytes(int many) {
		var bytes = new byte[many];
		new Random(many).nextBytes(bytes);
		return bytes;
	}

	private static byte[] picture(int width, int height) throws IOException {
		var png = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", png);
		return png.toByteArray();
	}

}
