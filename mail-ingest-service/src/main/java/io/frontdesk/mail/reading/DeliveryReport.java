package io.frontdesk.mail.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.AddressForm;
import io.frontdesk.events.Person;
import io.frontdesk.mail.reading.Reading.Bounce;

/** What became of a mail of ours: as RFC 3464 tells it, or in the prose of the many servers that don't follow it. */
final class DeliveryReport {

	private static final int FLAGS = Pattern.CASE_INSENSITIVE;

	private static final Pattern ADDRESS = Pattern
			.compile("[A-Za-z0-9._%+=/&'!#$*?^{|}~-]{1,64}@[A-Za-z0-9.-]{1,200}[A-Za-z0-9]");

	/** RFC 6533. */
	private static final Pattern INTERNATIONAL = Pattern
			.compile("[\\p{L}\\p{M}\\p{N}._%+=/&'!#$*?^{|}~-]{1,64}@[\\p{L}\\p{M}\\p{N}.-]{1,255}");

	private static final Pattern ORIGINAL_BEGINS = Pattern.compile(
			"(?im)^[ \\t>|-]*+(?:(?:original message|below this line|below is a copy|forwarded|this is a copy|message header|the header|a copy of|included is a copy|--- ).*|return-path:.*|received: .*)$");

	private static final Pattern NOT_FAILED = Pattern.compile(
			"(?i)[\\s>|]*+(?:(?:x-)?(?:original )?(?:message-?id|sender|from|reply-to|return-path|mail from|postmaster)\\b|.{0,100}\\bpostmaster@|.{0,100}\\bcontact\\b|from ).*+");

	private static final Pattern ACTION = Pattern.compile("delay|defer|retr|queue|deliver|success|relay|expand");

	private static final int MAX_PROSE = 20_000;

	private static final int MAX_VALUE = 2_000;

	private static final int MAX_RECIPIENTS = 500;

	private final MailPart message;

	private final MailContent content;

	private final OriginalMail original;

	private final Predicate<String> isOurs;

	private DeliveryReport(MailPart message, MailContent content, Predicate<String> isOurs) {
		this.message = message;
		this.content = content;
		this.original = new OriginalMail(content);
		this.isOurs = isOurs;
	}

	/** Null if it is none, such as the mail of a person who asks about one, even if they attach all of it. */
	static @Nullable Bounce of(MailPart message, MailContent content, @Nullable Person sender, String subject,
			Predicate<String> isOurs) throws MessagingException, IOException {
		return new DeliveryReport(message, content, isOurs).read(sender, subject);
	}

	private @Nullable Bounce read(@Nullable Person sender, String subject) throws MessagingException, IOException {
		var reporter = Reporter.of(this.message, sender);
		if (reporter == Reporter.NONE) {
			return null;
		}
		var recipients = new ArrayList<Map<String, String>>();
		this.content.reports().forEach(report -> recipients.addAll(fields(report)));
		var text = this.content.text();
		var prose = (text.length() <= MAX_PROSE) ? text : text.substring(0, MAX_PROSE);
		if (!recipients.isEmpty()) {
			return told(recipients.subList(0, Math.min(recipients.size(), MAX_RECIPIENTS)), prose);
		}
		var action = action(reporter, subject, prose);
		return (action != null) ? guessed(action, prose) : null;
	}

	/** The groups that are about a recipient. */
	private static List<Map<String, String>> fields(String report) {
		var groups = new ArrayList<Map<String, String>>();
		for (var block : PlainText.clean(report).split("\n[ \t]*\n")) {
			var fields = new HashMap<String, String>();
			for (var line : block.replaceAll("\n[ \t]+", " ").split("\n")) {
				var colon = line.indexOf(':');
				if (colon > 0) {
					var value = line.substring(colon + 1).strip();
					fields.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
							(value.length() <= MAX_VALUE) ? value : value.substring(0, MAX_VALUE));
				}
			}
			if (fields.containsKey("final-recipient") || fields.containsKey("action")
					|| fields.containsKey("original-recipient")) {
				groups.add(fields);
			}
		}
		return groups;
	}

	private Bounce told(List<Map<String, String>> groups, String prose) throws MessagingException, IOException {
		var worst = groups.stream().filter(group -> action(group).equals("failed")).findFirst()
				.orElse(groups.getFirst());
		var action = action(worst);
		var addresses = new LinkedHashSet<String>();
		var originals = new LinkedHashSet<String>();
		var hard = action.equals("failed");
		for (var group : groups.stream().filter(group -> action(group).equals(action)).toList()) {
			var original = address(group.get("original-recipient"));
			var last = address(group.get("final-recipient"));
			if (original != null) {
				originals.add(original);
			}
			if (last != null || original != null) {
				addresses.add((last != null) ? last : original);
			}
			var words = group.getOrDefault("diagnostic-code", "");
			hard &= Permanence.isNoSuchAddress(status(group.get("status")), words) && !isNotTheirs(words, last);
		}
		var status = status(worst.get("status"));
		var diagnostic = worst.getOrDefault("diagnostic-code", ServersWords.in(head(prose)));
		var said = status(diagnostic);
		if (said != null && (status == null || status.endsWith(".0.0"))) {
			status = said;
		}
		if (addresses.isEmpty()) {
			addresses.addAll(failedAddresses(head(prose)));
		}
		return new Bounce(List.copyOf(addresses), List.copyOf(originals), hard, action, status, diagnostic,
				this.original.id());
	}

	private static String action(Map<String, String> group) {
		var action = ACTION.matcher(group.getOrDefault("action", "").toLowerCase(Locale.ROOT));
		if (action.lookingAt()) {
			return switch (action.group()) {
				case "delay", "defer", "retr", "queue" -> "delayed";
				case "deliver", "success" -> "delivered";
				case "relay" -> "relayed";
				case "expand" -> "expanded";
				default -> "failed";
			};
		}
		return group.getOrDefault("status", "5").startsWith("2") ? "delivered" : "failed";
	}

	private static @Nullable String address(@Nullable String field) {
		if (field == null) {
			return null;
		}
		var told = field.substring(field.indexOf(';') + 1);
		var address = (field.regionMatches(true, 0, "utf-8", 0, 5) ? INTERNATIONAL : ADDRESS).matcher(told);
		return address.find()
				? AddressForm.of(address.group())
				: Addresses.of(told).stream().map(it -> AddressForm.of(it.address())).findFirst().orElse(null);
	}

	private static @Nullable String status(@Nullable String field) {
		if (field == null) {
			return null;
		}
		var status = ServersWords.STATUS.matcher(field);
		return status.find() ? status.group(1) : null;
	}

	/**
	 * Whether a server's words are about us, or about what passes.
	 *
	 * @param last the address that did not take the mail; null if the words may name several
	 */
	private boolean isNotTheirs(String words, @Nullable String last) {
		return Permanence.isOfUsOrPasses(words) || ADDRESS.matcher(Work.metered(words))
				.results()
				.map(MatchResult::group)
				.map(AddressForm::of)
				.anyMatch(named -> this.isOurs.test(named) && !named.equals(last));
	}

	/** RFC 3464 §2.3.3; null if it tells of no delivery. Shops, too, tell of what is late or was delivered. */
	private @Nullable String action(Reporter reporter, String subject, String prose) throws MessagingException {
		var head = head(prose);
		var isSaid = !this.message.first("X-Failed-Recipients").isEmpty() || ReportWords.tellOfFailure(prose);
		var isTitled = ReportWords.areTitleOfFailure(subject);
		var isFailure = switch (reporter) {
			case MAIL_SYSTEM -> isSaid || isTitled;
			case LIKELY -> isTitled || isSaid && namesRecipients(head);
			case POSSIBLE, NONE -> isSaid && isTitled;
		};
		var isCertain = reporter == Reporter.MAIL_SYSTEM;
		if ((isFailure || isCertain) && ReportWords.tellOfDelay(subject + "\n" + head)) {
			return "delayed";
		}
		var success = (isCertain && !isSaid) ? ReportWords.success(head) : null;
		if (success == null && isFailure) {
			return "failed";
		}
		return (success == null && isCertain) ? byCode(head) : success;
	}

	/** Whatever its words say. */
	private static @Nullable String byCode(String head) {
		var code = Stream.of(ServersWords.STATUS, ServersWords.REPLY_CODE)
				.map(pattern -> pattern.matcher(head))
				.filter(Matcher::find)
				.map(matcher -> matcher.group(1))
				.findFirst()
				.orElse("");
		return code.startsWith("5") ? "failed" : code.startsWith("4") ? "delayed" : null;
	}

	private boolean namesRecipients(String head) throws MessagingException {
		return !this.message.first("X-Failed-Recipients").isEmpty() || !failedAddresses(head).isEmpty();
	}

	private Bounce guessed(String action, String prose) throws MessagingException, IOException {
		var head = head(prose);
		var addresses = new LinkedHashSet<String>();
		for (var failed : this.message.headers("X-Failed-Recipients")) {
			ADDRESS.matcher(failed).results().forEach(found -> addresses.add(AddressForm.of(found.group())));
		}
		if (addresses.isEmpty()) {
			addresses.addAll(failedAddresses(head));
		}
		var status = status(head);
		var diagnostic = ServersWords.in(head);
		var reply = ServersWords.REPLY_CODE.matcher(head);
		var isTemporary = status == null && reply.find() && reply.group(1).equals("4");
		var hard = action.equals("failed") && !isTemporary && Permanence.isNoSuchAddress(status, head)
				&& !(diagnostic != null && isNotTheirs(diagnostic, addresses.isEmpty() ? null : addresses.getFirst()));
		return new Bounce(List.copyOf(addresses), List.of(), hard, action, status, diagnostic, this.original.id());
	}

	/** Those that stand on a line of their own or in brackets; where there is none of these, the first. */
	private Set<String> failedAddresses(String head) throws MessagingException {
		var all = new LinkedHashSet<String>();
		var own = new LinkedHashSet<String>();
		for (var line : head.split("\n")) {
			if (NOT_FAILED.matcher(Work.metered(line)).lookingAt()) {
				continue;
			}
			var found = ADDRESS.matcher(Work.metered(line));
			while (found.find()) {
				Work.spend(line.length());
				var address = AddressForm.of(found.group());
				all.add(address);
				if (line.matches("[\\s>\\[(\"'*-]*+(?:to: *|<|recipient: *|user: *|address: *)?<?\\Q" + found.group()
						+ "\\E.{0,3}.*") || line.contains("<" + found.group() + ">")) {
					own.add(address);
				}
			}
		}
		if (!own.isEmpty()) {
			return own;
		}
		return all.isEmpty() ? this.original.addressees() : Set.of(all.getFirst());
	}

	private static String head(String prose) {
		var original = ORIGINAL_BEGINS.matcher(Work.metered(prose));
		return (original.find() && original.start() > 40) ? prose.substring(0, original.start()) : prose;
	}

}
