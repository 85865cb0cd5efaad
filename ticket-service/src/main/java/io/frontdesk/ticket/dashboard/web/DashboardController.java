package io.frontdesk.ticket.dashboard.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.deadline.RequestDeadline;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.identity.RequiresSuperAdmin;
import io.frontdesk.ticket.dashboard.Bookkeeper;
import io.frontdesk.ticket.dashboard.Dashboard;
import io.frontdesk.ticket.dashboard.DashboardQuery;
import io.frontdesk.ticket.dashboard.DashboardView;

@RestController
@AnswersNeed(Features.REPORT_READ)
@RequestMapping("/api/v1/dashboard")
class DashboardController {

	private final Dashboard dashboard;

	private final Bookkeeper bookkeeper;

	private final InstantSource clock;

	DashboardController(Dashboard dashboard, Bookkeeper bookkeeper, InstantSource clock) {
		this.dashboard = dashboard;
		this.bookkeeper = bookkeeper;
		this.clock = clock;
	}

	@Says(id = "getDashboard", summary = "Counts tickets, and how fast they are answered")
	@GetMapping
	@RequiresFeature(Features.REPORT_READ)
	DashboardView dashboard(@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to, @RequestParam(defaultValue = "UTC") String tz,
			@RequestParam(required = false) @Nullable UUID company,
			@RequestParam(required = false) @Nullable UUID project) {
		return this.dashboard
				.show(DashboardQuery.parse(from, to, tz, company, project, this.clock.instant()));
	}

	@Says(id = "rebuildDashboard", summary = "Counts all of the dashboard anew")
	@PostMapping("/rebuild")
	@RequiresSuperAdmin
	RebuildView rebuild() {
		return new RebuildView(RequestDeadline.lifted(this.bookkeeper::rebuild));
	}

	record RebuildView(Duration took) {}

}
