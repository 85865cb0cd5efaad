package io.frontdesk.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class PlaywrightTests {

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

	private static final int MANY = 5_000;

	private final Vocabulary words = Vocabulary.load();

	private final Cast cast = cast();

	private final List<DemoTicket> tickets = tickets();

	private List<DemoTicket> tickets() {
		Playwright playwright = new Playwright(this.words, this.cast, NOW);
		return IntStream.range(0, MANY).mapToObj(i -> playwright.ticket(i, (double) i / MANY)).toList();
	}

	@Test
	void sameNumberIsTheSameTicket() {
		assertThat(tickets()).isEqualTo(this.tickets);
	}

	@Test
	void nothingHappensInTheFutureAndAllInItsOrder() {
		assertThat(this.tickets).allSatisfy(ticket -> {
			List<Instant> times = ticket.messages().stream().map(DemoTicket.Message::sentAt).toList();
			assertThat(times).isSorted().allMatch(time -> time.isBefore(NOW));
			assertThat(ticket.lastActivity()).isBefore(NOW).isAfterOrEqualTo(times.getLast());
			if (ticket.closedAt() != null) {
				assertThat(ticket.closedAt()).isAfter(times.getLast());
			}
			if (ticket.assignedAt() != null) {
				assertThat(ticket.assignedAt()).isBetween(ticket.requestTime(), NOW);
			}
		});
	}

	@Test
	void taskIsOfTheProjectAndTheProjectOfTheClientsCompany() {
		Map<UUID, Cast.Client> clients = this.cast.clients()
				.stream()
				.collect(Collectors.toMap(Cast.Client::id, client -> client));
		assertThat(this.tickets).anySatisfy(ticket -> assertThat(ticket.task()).isNotNull())
				.anySatisfy(ticket -> assertThat(ticket.project()).isNull())
				.allSatisfy(ticket -> {
					Cast.Client client = clients.get(ticket.requester());
					assertThat(ticket.company()).isEqualTo(client.company());
					Map<UUID, List<UUID>> tasks = client.projects()
							.stream()
							.collect(Collectors.toMap(Cast.Project::id, Cast.Project::tasks));
					if (ticket.project() == null) {
						assertThat(ticket.task()).isNull();
					} else {
						assertThat(tasks).containsKey(ticket.project());
						assertThat(ticket.task() == null || tasks.get(ticket.project()).contains(ticket.task()))
								.isTrue();
					}
				});
	}

	@Test
	void ticketsHaveThreeMessagesAndNoBracesAreLeft() {
		assertThat(this.tickets.stream().mapToInt(ticket -> ticket.messages().size()).average().orElse(0)).isBetween(
				2.6,
				3.4);
		assertThat(this.tickets.stream()
				.flatMap(ticket -> Stream.concat(Stream.of(ticket.subject()),
						ticket.messages().stream().map(DemoTicket.Message::body))))
				.noneMatch(text -> text.contains("{") || text.isBlank());
	}

	@Test
	void wordsAreCommonAndRareAsInAnyText() {
		Map<String, Integer> tickets = new HashMap<>();
		for (DemoTicket ticket : this.tickets) {
			ticket.messages()
					.stream()
					.flatMap(message -> Stream.of(message.body().toLowerCase().split("[^\\p{L}\\p{N}-]+")))
					.distinct()
					.forEach(word -> tickets.merge(word, 1, Integer::sum));
		}
		assertThat(tickets.get("the")).isGreaterThan(MANY / 2);
		assertThat(tickets.get("printer")).isBetween(MANY / 50, MANY / 3);
		assertThat(tickets.get("oscilloscope")).isBetween(1, MANY / 50);
	}

	@Test
	void mostIsClosedAndWhatIsNewIsNot() {
		long open = this.tickets.stream().filter(ticket -> !ticket.isClosed()).count();
		assertThat(open).isBetween(MANY / 50L, MANY / 5L);
		assertThat(this.tickets.subList(MANY - 10, MANY)).anyMatch(ticket -> !ticket.isClosed());
		assertThat(this.tickets).anyMatch(ticket -> ticket.assignee() == null);
	}

	@Test
	void planForMoreHasAllOfAPlanForFewer() {
		DemoPlan few = DemoPlan.of(1_000, this.words);
		DemoPlan many = DemoPlan.of(100_000, this.words);
		assertThat(many.companies()).containsAll(few.companies());
		assertThat(many.people()).containsAll(few.people());
		assertThat(many.people().stream().map(DemoPlan.Person::email)).doesNotHaveDuplicates()
				.contains(DemoPlan.CAROL, DemoPlan.ALICE)
				.allMatch(email -> email.matches("[a-z0-9.-]+@[a-z0-9.-]+"));
		assertThat(many.companies().stream().map(DemoPlan.Company::name)).doesNotHaveDuplicates();
	}

	private static Cast cast() {
		List<Cast.Client> clients = IntStream.range(0, 50)
				.mapToObj(i -> new Cast.Client(new UUID(1, i), new UUID(2, i % 7),
						List.of(new Cast.Project(new UUID(3, i % 7), List.of(new UUID(4, i % 7), new UUID(5, i % 7))))))
				.toList();
		return new Cast(List.of(new UUID(6, 1), new UUID(6, 2)), clients);
	}

}
