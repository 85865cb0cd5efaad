package io.frontdesk.ticket.search.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.RequiresSuperAdmin;
import io.frontdesk.ticket.search.SearchRebuild;

@RestController
@RequestMapping("/api/v1/tickets/search-index")
class SearchIndexController {

	private final SearchRebuild rebuild;

	SearchIndexController(SearchRebuild rebuild) {
		this.rebuild = rebuild;
	}

	@Says(id = "getSearchIndexProgress", summary = "Tells how far the search index is being made anew")
	@GetMapping
	@RequiresSuperAdmin
	SearchRebuild.Progress progress() {
		return this.rebuild.progress();
	}

	/** Answers how far the one is that runs already, if there is one. */
	@Says(id = "rebuildSearchIndex", summary = "Makes the search index anew")
	@PostMapping
	@RequiresSuperAdmin
	@ResponseStatus(HttpStatus.ACCEPTED)
	SearchRebuild.Progress rebuild(@RequestParam(defaultValue = "false") boolean missingOnly) {
		return this.rebuild.begin(missingOnly);
	}

}
