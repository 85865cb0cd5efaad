package io.frontdesk.local.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TallyTests {

	private static final FileTime ALWAYS = FileTime.fromMillis(0);

	@TempDir
	Path root;

	@BeforeEach
	void reports() throws Exception {
		report("ticket-service/target/surefire-reports/TEST-a.xml",
				"<testsuite><testcase/><testcase><failure/><error/></testcase><testcase><skipped/></testcase></testsuite>");
		report("ticket-service/target/failsafe-reports/TEST-b.xml",
				"<testsuite><testcase classname=\"DoorIT\" name=\"opens\"><flakyFailure/></testcase></testsuite>");
		report("gateway-service/ui/target/vitest-reports/junit.xml",
				"<testsuites><testsuite><testcase/><testcase/></testsuite></testsuites>");
		report("gateway-service/ui/node_modules/x/target/surefire-reports/TEST-c.xml",
				"<testsuite><testcase/></testsuite>");
		report("ticket-service/target/surefire-reports/notes.txt", "not a report");
	}

	@Test
	void eachTestCountsOnceAndTheLineHasTheExactForm() throws Exception {
		assertThat(Tally.of(this.root, ALWAYS).line()).isEqualTo("4 passed, 1 failed, 1 skipped");
	}

	@Test
	void theTableHasOneLineAModule() throws Exception {
		assertThat(Tally.of(this.root, ALWAYS).table().lines()).hasSize(2)
				.anyMatch(line -> line.contains("ticket-service") && line.endsWith("2 passed, 1 failed, 1 skipped"));
	}

	@Test
	void aFailureIsNotGoodAndNeitherIsNothing() throws Exception {
		assertThat(Tally.of(this.root, ALWAYS).isGood()).isFalse();
		assertThat(Tally.of(this.root, FileTime.from(Instant.MAX)).isGood()).isFalse();
	}

	@Test
	void whatPassedAtTheSecondTryIsNamed() throws Exception {
		assertThat(Tally.of(this.root, ALWAYS).unsteady()).containsExactly("DoorIT.opens");
	}

	@Test
	void reportsOfAnEarlierRunDoNotCount() throws Exception {
		assertThat(Tally.of(this.root, FileTime.from(Instant.MAX)).line()).isEqualTo("0 passed, 0 failed, 0 skipped");
	}

	private void report(String name, String xml) throws Exception {
		Path file = this.root.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, xml);
	}

}
