package io.frontdesk.ticket.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.frontdesk.events.Person;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Viewers;

class ViewerTests {

	private static final Person DORA = Person.of("dora@example.org", "Dora");

	private static final UUID SOMEBODY = UUID.randomUUID();

	private final Viewer client = Viewers.client(DORA);

	private final Viewer reader = Viewers.staff(DORA, Features.TICKET_READ);

	private final Viewer deleter = Viewers.staff(DORA, Features.TICKET_READ, Features.TICKET_DELETE);

	private final Viewer blind = Viewers.staff(DORA, Features.TICKET_WRITE, Features.TICKET_DELETE,
			Features.TICKET_EXPORT);

	@Test
	void clientSeesAndReachesTheirOwn() {
		assertThat(this.client.sees(DORA.id(), true)).isTrue();
		assertThat(this.client.reaches(DORA.id(), true, false)).isTrue();
		assertThat(this.client.sees(SOMEBODY, true)).isFalse();
		assertThat(this.client.reaches(SOMEBODY, true, true)).isFalse();
	}

	@Test
	void deletedTicketIsThereForThoseWhoMayBringItBack() {
		assertThat(this.client.sees(DORA.id(), false)).isFalse();
		assertThat(this.client.reaches(DORA.id(), false, true)).isFalse();
		assertThat(this.reader.sees(SOMEBODY, false)).isFalse();
		assertThat(this.reader.reaches(SOMEBODY, false, true)).isFalse();
		assertThat(this.deleter.sees(SOMEBODY, false)).isTrue();
		assertThat(this.deleter.reaches(SOMEBODY, false, true)).isTrue();
		assertThat(this.deleter.reaches(SOMEBODY, false, false)).as("to change it otherwise").isFalse();
	}

	@Test
	void staffWithoutTheFeatureToReadSeeNoneAndReachAll() {
		assertThat(this.blind.sees(DORA.id(), true)).isFalse();
		assertThat(this.blind.sees(SOMEBODY, false)).isFalse();
		assertThat(this.blind.seesDeleted()).isFalse();
		assertThat(this.blind.scope()).isEqualTo(new Scope.Nothing());
		assertThat(this.blind.messages()).isEqualTo(Viewer.PUBLIC_MESSAGES);
		assertThat(this.blind.reaches(SOMEBODY, true, false)).isTrue();
	}

	@Test
	void whatNoClientMayHearOfIsForNoClient() {
		assertThat(this.client.scope().covers(null)).isFalse();
		assertThat(this.reader.scope().covers(null)).isTrue();
	}

}
