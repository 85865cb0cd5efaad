package io.frontdesk.mail.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

import io.frontdesk.mail.reading.Reading.Bounce;

/** What became of a mail of ours: as RFC 3464 tells it, or in the prose of the many servers that don't follow it. */
final class DeliveryReport {

	private static final int FLAGS = Pattern.CASE_INSENSITIVE;

	private static final Pattern DAEMON = Pattern.compile(
			"(?:mailer-?daemon|mail-?daemon|post_?master|mdaemon|mail\\.?delivery\\S*|delivery\\S*|bounce\\S*|mailerdaemon|amavis\\S*)@.*+|.*@.*mailer-daemon.*+",
			FLAGS);

	private static final Pattern SUBJECT = Pattern.compile("(?:" + String.join("|",
			".*\\bdelivery (?:status )?notification.*", ".*\\bdelivery report\\b.*",
			".*\\bundeliver(?:able|ed)\\b.*", ".*\\bfailure notice\\b.*", ".*\\bmail delivery fail(?:ed|ure).*",
			".*\\bdelivery (?:has )?fail(?:ed|ure).*", ".*\\breturned (?:mail|to sender)\\b.*",
			".*\\breturning message to sender.*",
			".*\\bmail delivery (?:system|subsystem|problem|error).*", ".*\\bmail (?:system )?error\\b.*",
			".*\\bnon[- ]?delivery\\b.*", ".*\\bnot delivered\\b.*",
			".*\\b(?:could not|cannot|can't|unable to) (?:be )?deliver.*",
			".*\\bmessage (?:delivery )?(?:failure|delivery failure|not delivered|undeliverable|you sent blocked).*",
			"unzustellbar.*", ".*nicht zustellbar.*", ".*\\bnon remis\\b.*", ".*\\bno se puede entregar.*",
			".*\\bnon recapitabile.*", ".*\\bdelivery unsuccessful.*", ".*\\brejected mail\\b.*",
			".*\\bdelivery error\\b.*",
			".*\\bdead letter\\b.*", ".*\\buser unknown\\b.*", ".*\\bmail could not be delivered.*",
			".*\\bunable to deliver\\b.*", ".*\\bmail non livré.*", ".*配信.*エラー.*", ".*送信.*エラー.*",
			".*(?:送信|配信)(?:でき|不能).*", ".*退信.*", ".*недоставлен.*") + ")", FLAGS | Pattern.UNICODE_CASE);

	private static final Pattern FAILED = Pattern.compile(String.join("|", "could(?: not|n't) be delivered",
			"(?:was|were|is|has) (?:not |un)(?:be(?:en)? )?deliver(?:ed|able)",
			"delivery (?:to the following|failed|has failed|attempt)", "failed permanently",
			"permanent(?:ly)? (?:fatal )?(?:error|failure)", "permanent fatal errors",
			"wasn't able to deliver", "unable to deliver", "not able to deliver", "cannot deliver", "can't deliver",
			"did not reach", "didn't reach", "user unknown", "unknown user", "no such user",
			"mailbox (?:is )?(?:full|unavailable|not found|unknown)", "returned to sender", "undeliverable",
			"has been rejected", "was rejected", "over quota", "unrouteable address", "host (?:unknown|not found)",
			"does(?: not|n't) exist", "giving up", "invalid user", "address rejected", "failed addresses",
			"could not deliver", "transcript of session", "remote host said", "final-recipient"), FLAGS);

	private static final Pattern LATE = Pattern.compile(
			"(?:delayed|warning: (?:could not send|message)|will (?:keep|continue) trying|no need to resend|not need to resend|still being retried)",
			FLAGS);

	private static final Pattern NO_SUCH_ADDRESS = Pattern.compile(String.join("|",
			"user(?:name)?(?: \\S{1,80})? ?(?:is )?(?:unknown|not known|not found|unavailable|doesn't exist|does not exist|not exist|invalid)",
			"unknown (?:user|recipient|address|account|mailbox|local|virtual|to address)",
			"no such (?:user|recipient|person|mailbox|address|account|local user|domain|host|name|id)",
			"(?:recipient|address|mailbox|account|email)(?: \\S{1,80})? (?:does not|doesn't|do not|not) exist",
			"does not exist", "doesn't exist", "invalid (?:recipient|mailbox|user|address)",
			"recipient (?:address )?(?:not found|unknown|invalid|rejected: (?:user|undeliverable|access|unknown))",
			"(?:mailbox|account|address|user|recipient) (?:not found|unknown|invalid|no longer)",
			"not a valid (?:mailbox|user|recipient|address)", "no mailbox (?:here|by that name|found)",
			"isn't in my|not listed in|not our customer|unrouteable|unroutable|host (?:or domain name )?(?:not found|unknown|could not be found)|name service error|domain (?:not found|does not exist|isn't in)|host unknown|nullmx|null mx|does not accept (?:e?mail|messages)|has moved|no longer (?:valid|on server|works|accepts|in use|available)|could not be found|couldn't be found|wasn't found|bad destination|nxdomain|no (?:mx|mail exchanger)|not a known user|user_unknown|unknown_user|this user doesn't have|no account by that name|not in directory|not exist|mailbox unavailable|address rejected\\.?+$|(?:find a|no) mail exchanger|domain is not reachable|invalid domain|not accepting network messages|inactive (?:e-?mail|user|account|mailbox)"),
			FLAGS);

	private static final Pattern NOT_FOR_EVER = Pattern.compile(
			"mailbox (?:is )?(?:full|size|has exceeded)|over ?quota|quota exceeded|exceeded (?:the )?(?:storage|quota|its)|spam|spf|dkim|dmarc|blocked|blacklist|black list|block list|denied|reputation|greylist|too (?:large|big|many)|timed? ?out|policy|virus|insufficient|reverse dns|ptr record|rate limit|not rfc|relay",
			FLAGS);

	private static final Set<String> GONE = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.4.4");

	/** What is wrong with the sender or the mailbox's size says nothing of the address. */
	private static final Set<String> OF_OURS = Set.of("5.1.7", "5.1.8", "5.2.2");

	private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");

	private static final Pattern REPLY_CODE = Pattern.compile("(?<![\\d.:-])([45])[0-5]\\d(?=[\\s-])");

	private static final Pattern ADDRESS = Pattern
			.compile("[A-Za-z0-9._%+=/&'!#$*?^{|}~-]{1,64}@[A-Za-z0-9.-]{1,200}[A-Za-z0-9]");

	private static final Pattern ORIGINAL_BEGINS = Pattern.compile(
			"(?im)^[ \\t>|-]*+(?:(?:original message|below this line|below is a copy|forwarded|this is a copy|message header|the header|a copy of|included is a copy|--- ).*|return-path:.*|received: .*)$");

	private static final Pattern NOT_FAILED = Pattern.compile(
			"(?i)[\\s>|]*+(?:(?:x-)?(?:original )?(?:message-?id|sender|from|reply-to|return-path|mail from|postmaster)\\b|.{0,100}\\bpostmaster@|.{0,100}\\bcontact\\b|from ).*+");

	private static final Pattern QUOTED_ID = Pattern
			.compile("(?im)^[\\s>|]{0,10}message-id:\\s{0,5}(<[^<>\\s]{3,300}>)");

	private static final Pattern GIVEN_UP = Pattern.compile("permanent|giving up|failed permanently", FLAGS);

	private static final Pattern QUOTED_TO = Pattern.compile("(?im)^[\\s>|]{0,10}to:(.{3,300})$");

	private static final int MAX_PROSE = 20_000;

	private static final int MAX_VALUE = 2_000;

	private static final int MAX_RECIPIENTS = 500;

	private DeliveryReport() {}

	static @Nullable Bounce of(MailPart message, MailContent content, String sender, String subject)
			throws MessagingException, IOException {
		var recipients = new ArrayList<Map<String, String>>();
		content.reports().forEach(report -> recipients.addAll(fields(report)));
		var prose = prose(content);
		if (!recipients.isEmpty()) {
			return told(recipients.subList(0, Math.min(recipients.size(), MAX_RECIPIENTS)), prose, content);
		}
		return isFailure(message, sender, subject, prose) ? guessed(message, prose, content) : null;
	}

	private static String prose(MailContent content) {
		var text = content.text();
		return (text.length() <= MAX_PROSE) ? text : text.substring(0, MAX_PROSE);
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

	private static Bounce told(List<Map<String, String>> groups, String prose, MailContent content)
			throws MessagingException {
		var worst = groups.stream().filter(group -> action(group).equals("failed")).findFirst()
				.orElse(groups.getFirst());
		var action = action(worst);
		var addresses = new LinkedHashSet<String>();
		var originals = new LinkedHashSet<String>();
		var hard = false;
		for (var group : groups.stream().filter(group -> action(group).equals(action)).toList()) {
			var original = address(group.get("original-recipient"));
			var last = address(group.get("final-recipient"));
			if (original != null) {
				originals.add(original);
			}
			if (last != null || original != null) {
				addresses.add((last != null) ? last : original);
			}
			hard |= isHard(group.get("status"), group.getOrDefault("diagnostic-code", ""));
		}
		var status = status(worst.get("status"));
		var failed = action.equals("failed");
		var diagnostic = worst.get("diagnostic-code");
		var said = status(diagnostic);
		if (said != null && (status == null || status.endsWith(".0.0"))) {
			status = said;
		}
		if (addresses.isEmpty()) {
			addresses.addAll(failedAddresses(head(prose), content));
		}
		return new Bounce(List.copyOf(addresses), List.copyOf(originals), failed && hard, action, status, diagnostic,
				originalId(content));
	}

	private static String action(Map<String, String> group) {
		var action = group.getOrDefault("action", "").toLowerCase(Locale.ROOT).replaceFirst("[^a-z].*$", "");
		if (!action.isEmpty()) {
			return action;
		}
		var status = group.getOrDefault("status", "5");
		return status.startsWith("2") ? "delivered" : "failed";
	}

	private static @Nullable String address(@Nullable String field) {
		if (field == null) {
			return null;
		}
		var address = ADDRESS.matcher(field.substring(field.indexOf(';') + 1));
		return address.find() ? address.group().toLowerCase(Locale.ROOT) : null;
	}

	private static @Nullable String status(@Nullable String field) {
		if (field == null) {
			return null;
		}
		var status = STATUS.matcher(field);
		return status.find() ? status.group(1) : null;
	}

	private static boolean isHard(@Nullable String status, String diagnostic) {
		var code = status(status);
		if (code != null && code.startsWith("4") || isOfOurs(code)
				|| STATUS.matcher(diagnostic).results().anyMatch(said -> isOfOurs(said.group()))) {
			return false;
		}
		if (NO_SUCH_ADDRESS.matcher(Work.metered(diagnostic)).find()) {
			return true;
		}
		return code != null && GONE.contains(code) && !NOT_FOR_EVER.matcher(diagnostic).find();
	}

	private static boolean isOfOurs(@Nullable String status) {
		return status != null && (OF_OURS.contains(status) || status.startsWith("5.7."));
	}

	private static boolean isFailure(MailPart message, String sender, String subject, String prose)
			throws MessagingException {
		if (!message.first("X-Failed-Recipients").isEmpty()) {
			return true;
		}
		var report = message.type().equals("multipart/report")
				&& !"feedback-report".equalsIgnoreCase(message.parameter("report-type"))
				&& !"disposition-notification".equalsIgnoreCase(message.parameter("report-type"));
		var daemon = DAEMON.matcher(sender).matches() || message.headers("Return-Path").contains("<>")
				|| sender.isEmpty();
		var said = FAILED.matcher(Work.metered(prose)).find();
		var titled = subject.length() < 300 && SUBJECT.matcher(subject).matches();
		return report && said || daemon && (said || titled) || titled && said && !isReply(message);
	}

	private static boolean isReply(MailPart message) throws MessagingException {
		return !message.first("In-Reply-To").isEmpty() && message.first("Auto-Submitted").isEmpty();
	}

	private static Bounce guessed(MailPart message, String prose, MailContent content) throws MessagingException {
		var head = head(prose);
		var addresses = new LinkedHashSet<String>();
		for (var failed : message.headers("X-Failed-Recipients")) {
			ADDRESS.matcher(failed).results().forEach(found -> addresses.add(found.group().toLowerCase(Locale.ROOT)));
		}
		if (addresses.isEmpty()) {
			addresses.addAll(failedAddresses(head, content));
		}
		var status = STATUS.matcher(head);
		var code = status.find() ? status.group(1) : null;
		var reply = REPLY_CODE.matcher(head);
		var temporary = code != null && code.startsWith("4")
				|| code == null && reply.find() && reply.group(1).equals("4");
		var late = LATE.matcher(head).find()
				&& !GIVEN_UP.matcher(head).find();
		var hard = !temporary && !isOfOurs(code) && (NO_SUCH_ADDRESS.matcher(Work.metered(head)).find()
				|| code != null && GONE.contains(code) && !NOT_FOR_EVER.matcher(head).find());
		return new Bounce(List.copyOf(addresses), List.of(), hard && !late, "failed", code, diagnostic(head),
				originalId(content));
	}

	/** Those that stand on a line of their own or in brackets; where there is none of these, the first. */
	private static Set<String> failedAddresses(String head, MailContent content) throws MessagingException {
		var all = new LinkedHashSet<String>();
		var own = new LinkedHashSet<String>();
		for (var line : head.split("\n")) {
			if (NOT_FAILED.matcher(Work.metered(line)).lookingAt()) {
				continue;
			}
			var found = ADDRESS.matcher(Work.metered(line));
			while (found.find()) {
				Work.spend(line.length());
				var address = found.group().toLowerCase(Locale.ROOT);
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
		return all.isEmpty() ? addressees(content) : Set.of(all.getFirst());
	}

	/** To whom the mail went that came back. */
	private static Set<String> addressees(MailContent content) throws MessagingException {
		var all = new LinkedHashSet<String>();
		for (var original : content.originals()) {
			for (var value : MailPart.message(original).headers("To")) {
				Addresses.of(value).forEach(to -> all.add(to.address().toLowerCase(Locale.ROOT)));
			}
		}
		var quoted = QUOTED_TO.matcher(Work.metered(content.text()));
		if (all.isEmpty() && quoted.find()) {
			Addresses.of(quoted.group(1)).forEach(to -> all.add(to.address().toLowerCase(Locale.ROOT)));
		}
		return all;
	}

	private static String head(String prose) {
		var original = ORIGINAL_BEGINS.matcher(Work.metered(prose));
		return (original.find() && original.start() > 40) ? prose.substring(0, original.start()) : prose;
	}

	private static @Nullable String diagnostic(String head) {
		for (var line : head.split("\n")) {
			if (line.length() < 1000 && (STATUS.matcher(line).find() || REPLY_CODE.matcher(line).find()
					|| NO_SUCH_ADDRESS.matcher(line).find())) {
				return line.strip();
			}
		}
		return null;
	}

	private static @Nullable String originalId(MailContent content) throws MessagingException {
		for (var original : content.originals()) {
			var id = MessageIds.first(MailPart.message(original), "Message-ID");
			if (id != null) {
				return id;
			}
		}
		var quoted = QUOTED_ID.matcher(Work.metered(content.text()));
		return quoted.find() ? quoted.group(1) : null;
	}

}
