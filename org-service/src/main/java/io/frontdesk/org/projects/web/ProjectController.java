package io.frontdesk.org.projects.web;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.identity.RequiresFeatureOrClient;
import io.frontdesk.org.editing.IfMatch;
import io.frontdesk.org.editing.Label;
import io.frontdesk.org.editing.Prose;
import io.frontdesk.org.listing.ListRequest;
import io.frontdesk.org.listing.Listing;
import io.frontdesk.org.projects.NewProject;
import io.frontdesk.org.projects.ProjectChange;
import io.frontdesk.org.projects.ProjectDesk;
import io.frontdesk.org.projects.ProjectList;
import io.frontdesk.org.projects.ProjectList.ProjectView;
import io.frontdesk.org.users.Directory;

@RestController
@AnswersNeed(Features.ORG_READ)
@RequestMapping("/api/v1/projects")
class ProjectController {

	private final ProjectDesk desk;

	private final ProjectList list;

	private final Directory directory;

	ProjectController(ProjectDesk desk, ProjectList list, Directory directory) {
		this.desk = desk;
		this.list = list;
		this.directory = directory;
	}

	@Says(id = "listProjects", summary = "Lists projects", problems = {"unknown-sort", "bad-cursor"})
	@GetMapping
	@RequiresFeatureOrClient(Features.ORG_READ)
	Listing<ProjectView> projects(@Valid ListRequest request, @RequestParam(required = false) @Nullable UUID company,
			@AuthenticationPrincipal Caller caller) {
		return this.directory.scopeOf(caller).list(request, company, this.list::page);
	}

	@Says(id = "createProject", summary = "Makes a project", answers = HttpStatus.CREATED, problems = "busy")
	@PostMapping
	@RequiresFeature(Features.ORG_WRITE)
	ResponseEntity<ProjectView> create(@Valid @RequestBody NewRequest wanted) {
		var id = this.desk.create(new NewProject(wanted.name().strip(),
				Objects.requireNonNullElse(wanted.description(), ""), wanted.company()));
		return answer(ResponseEntity.created(URI.create("/api/v1/projects/" + id)), id);
	}

	@Says(id = "getProject", summary = "Gives a project")
	@GetMapping("/{id}")
	@RequiresFeature(Features.ORG_READ)
	ResponseEntity<ProjectView> project(@PathVariable UUID id) {
		return answer(ResponseEntity.ok(), id);
	}

	/** Its content tells which of the two features it takes. */
	@Says(id = "changeProject", summary = "Changes a project", problems = {"project-in-use", "busy", "changed"})
	@PatchMapping("/{id}")
	@PreAuthorize("hasAnyAuthority('org:write', 'org:delete')")
	ResponseEntity<ProjectView> change(@PathVariable UUID id, @Valid @RequestBody ChangeRequest wanted,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@AuthenticationPrincipal Caller caller) {
		var name = (wanted.name() != null) ? wanted.name().strip() : null;
		this.desk.change(id, new ProjectChange(name, wanted.description(), wanted.company(), wanted.active()),
				IfMatch.of(ifMatch), caller);
		return answer(ResponseEntity.ok(), id);
	}

	@Says(id = "deleteProject", summary = "Deletes a project; it can be restored", answers = HttpStatus.NO_CONTENT, problems = {
			"project-in-use", "busy", "changed"})
	@DeleteMapping("/{id}")
	@RequiresFeature(Features.ORG_DELETE)
	ResponseEntity<Void> delete(@PathVariable UUID id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@AuthenticationPrincipal Caller caller) {
		this.desk.change(id, ProjectChange.active(false), IfMatch.of(ifMatch), caller);
		return ResponseEntity.noContent().build();
	}

	private ResponseEntity<ProjectView> answer(ResponseEntity.BodyBuilder response, UUID id) {
		var project = this.list.get(id);
		return response.eTag(IfMatch.etag(project.version())).body(project);
	}

	record NewRequest(@NotBlank @Label String name, @Nullable @Prose String description, @NotNull UUID company) {}

	record ChangeRequest(@Nullable @Label @Pattern(regexp = ".*\\S.*", message = "must not be blank") String name,
			@Nullable @Prose String description, @Nullable UUID company, @Nullable Boolean active) {}

}
