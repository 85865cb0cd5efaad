package io.frontdesk.ticket.recipients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.AddressForm;
import io.frontdesk.ticket.sight.Viewer;

/**
 * The requester, where they want answers, and by a copy the other people of the newest public message: neither everybody
 * who ever took part, nor somebody who only says to be its author, nor whoever was the requester when they wrote it. A reply that can still be taken back counts.
 */
@Component
public class ProposedRecipients {

	private final JdbcClient jdbc;

	private final OurAddresses ours;

	ProposedRecipients(JdbcClient jdbc, OurAddresses ours) {
		this.jdbc = jdbc;
		this.ours = ours;
	}

	/** @return null for those who don't see all of the ticket: a held reply shows in it, and where the requester is answered */
	public @Nullable Recipients shownTo(Viewer viewer, long ticket) {
		return viewer.seesAll() ? of(ticket) : null;
	}

	public Recipients of(long ticket) {
		return this.jdbc
				.sql("""
						select coalesce(t.answer_to, requester.email) as answered_at, requester.email as requester,
						       coalesce(newest.cc, '{}') as copies,
						       case when newest.kind = 'CLIENT' and newest.verified and not exists (
						         select from history where ticket_id = t.id and field = 'requester'
						           and old_value = author.email and at >= newest.sent_at) then author.email end as author
						from ticket t
						  join person requester on requester.id = t.requester_id
						  left join lateral (select kind, verified, author_id, cc, sent_at from message
						                     where ticket_id = t.id and kind <> 'NOTE' order by number desc limit 1) newest on true
						  left join person author on author.id = newest.author_id
						where t.id = ?
						""")
				.param(ticket).query((row, _) -> proposal(row)).single();
	}

	private Recipients proposal(ResultSet row) throws SQLException {
		var to = AddressForm.of(row.getString("answered_at"));
		var requester = AddressForm.of(row.getString("requester"));
		var others = Stream.concat(Stream.ofNullable(row.getString("author")),
				Stream.of((String[]) row.getArray("copies").getArray()));
		return new Recipients(to, others.map(AddressForm::of)
				.filter(address -> !address.isEmpty() && !address.equals(to) && !address.equals(requester)
						&& !this.ours.include(address))
				.toList());
	}

}
