package io.frontdesk.mail.reading;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Whether a failure says for good that there is no such address. What is wrong with us, with the name service or with the
 * mailbox's size says nothing of it.
 */
final class Permanence {

	private static final int FLAGS = Pattern.CASE_INSENSITIVE;

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

	/** Our address or name is refused, often in words that would else be about theirs. */
	private static final Pattern ABOUT_US = Pattern.compile(String.join("|",
			"\\bsender(?:'s)? (?:e-?mail )?(?:address|verif|domain|name|host|ip|id|policy|callout|rejected|refused|denied|unknown|is|was|not|does|must|could|cannot|can't|has|of)",
			"\\b(?:bad|invalid|unknown|un-?rout\\w*|unresolvable|unverifi\\w*|forged|illegal|your|envelope) (?:envelope )?(?:sender|return[ -]path|mail from|from address|domain of sender)",
			"(?:return|reverse)[- ]path", "\\b(?:helo|ehlo)\\b",
			"(?:reply|response) to (?:the )?(?:mail from|mail command|starttls|auth\\b)",
			"(?:after|at|during|in) (?:the )?(?:mail from|starttls|initial connection)",
			"\\bmail from\\b[^;]{0,80}(?:reject|refus|denied|not|invalid|unknown)", "(?:^|;|\\d )\\s*+mail from\\b",
			"\\bfrom (?:domain|address)\\b", "domain of (?:the )?(?:sender|from)",
			"client host|cannot find your (?:host|reverse)|your (?:domain|host ?name|host|ip|server|mail ?server|reverse)",
			"\\bptr\\b|\\brdns\\b"), FLAGS);

	/** A name server or a way that fails; that there is no such domain is another thing. */
	private static final Pattern PASSING = Pattern.compile(
			"name service error|servfail|server failure|not found[,;:.] try again|try (?:again )?later|(?:dns|mx|name|host|domain|nameserver|name server)[- ]?(?:service )?(?:look-?up|server|query|resolution)?[^.;]{0,20}(?:fail(?!ed: (?:nxdomain|host))|time(?:d)?[- ]?out|timeout)|look-?up (?:problem|error|timed)|temporar|transient|no (?:answer|response) from (?:dns|name)|dns (?:error|problem|loop)|routing loop|network (?:is )?unreachable|no route to host",
			FLAGS);

	private static final Set<String> GONE = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10");

	/** What is wrong with the sender or the mailbox's size says nothing of the address. */
	private static final Set<String> OF_OURS = Set.of("5.1.7", "5.1.8", "5.2.2");

	private static final Pattern STATUS = Pattern.compile("(?<![\\d.])[245]\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])");

	private Permanence() {}

	/** @param words the server's own */
	static boolean isNoSuchAddress(@Nullable String status, String words) {
		if (status != null && status.startsWith("4") || saysNothingOfIt(status)
				|| STATUS.matcher(words).results().anyMatch(said -> saysNothingOfIt(said.group()))) {
			return false;
		}
		return NO_SUCH_ADDRESS.matcher(Work.metered(words)).find()
				|| status != null && GONE.contains(status) && !NOT_FOR_EVER.matcher(words).find();
	}

	/** Whether the words are about something else, whatever they say does not exist. */
	static boolean isOfUsOrPasses(String words) {
		return ABOUT_US.matcher(Work.metered(words)).find() || PASSING.matcher(Work.metered(words)).find();
	}

	static boolean saysNoSuchAddress(String words) {
		return NO_SUCH_ADDRESS.matcher(Work.metered(words)).find();
	}

	private static boolean saysNothingOfIt(@Nullable String status) {
		return status != null && (OF_OURS.contains(status) || status.startsWith("5.7."));
	}

}
