package io.frontdesk.org.companies.web;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.org.companies.CompanyChange;
import io.frontdesk.org.companies.CompanyDesk;
import io.frontdesk.org.companies.CompanyList;
import io.frontdesk.org.companies.CompanyList.CompanyView;
import io.frontdesk.org.editing.IfMatch;
import io.frontdesk.org.editing.Label;
import io.frontdesk.org.listing.ListRequest;
import io.frontdesk.org.listing.Listing;

@RestController
@AnswersNeed(Features.ORG_READ)
@RequestMapping("/api/v1/companies")
class CompanyController {

	private final CompanyDesk desk;

	private final CompanyList list;

	CompanyController(CompanyDesk desk, CompanyList list) {
		this.desk = desk;
		this.list = list;
	}

	@Says(id = "listCompanies", summary = "Lists companies", problems = {"unknown-sort", "bad-cursor"})
	@GetMapping
	@RequiresFeature(Features.ORG_READ)
	Listing<CompanyView> companies(@Valid ListRequest request) {
		return this.list.page(request);
	}

	@Says(id = "createCompany", summary = "Makes a company", answers = HttpStatus.CREATED, problems = {"domain-taken",
			"busy"})
	@PostMapping
	@RequiresFeature(Features.ORG_WRITE)
	ResponseEntity<CompanyView> create(@Valid @RequestBody NewCompany wanted) {
		var id = this.desk.create(wanted.name().strip(), Objects.requireNonNullElse(wanted.domains(), List.of()));
		return answer(ResponseEntity.created(URI.create("/api/v1/companies/" + id)), id);
	}

	@Says(id = "getCompany", summary = "Gives a company")
	@GetMapping("/{id}")
	@RequiresFeature(Features.ORG_READ)
	ResponseEntity<CompanyView> company(@PathVariable UUID id) {
		return answer(ResponseEntity.ok(), id);
	}

	/** Its content tells which of the two features it takes. */
	@Says(id = "changeCompany", summary = "Changes a company", problems = {"company-in-use", "domain-taken", "busy",
			"changed"})
	@PatchMapping("/{id}")
	@PreAuthorize("hasAnyAuthority('org:write', 'org:delete')")
	ResponseEntity<CompanyView> change(@PathVariable UUID id, @Valid @RequestBody ChangeRequest wanted,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@AuthenticationPrincipal Caller caller) {
		var name = (wanted.name() != null) ? wanted.name().strip() : null;
		this.desk.change(id, new CompanyChange(name, wanted.domains(), wanted.active()), IfMatch.of(ifMatch), caller);
		return answer(ResponseEntity.ok(), id);
	}

	@Says(id = "deleteCompany", summary = "Deletes a company; it can be restored", answers = HttpStatus.NO_CONTENT, problems = {
			"company-in-use", "busy", "changed"})
	@DeleteMapping("/{id}")
	@RequiresFeature(Features.ORG_DELETE)
	ResponseEntity<Void> delete(@PathVariable UUID id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@AuthenticationPrincipal Caller caller) {
		this.desk.change(id, CompanyChange.active(false), IfMatch.of(ifMatch), caller);
		return ResponseEntity.noContent().build();
	}

	private ResponseEntity<CompanyView> answer(ResponseEntity.BodyBuilder response, UUID id) {
		var company = this.list.get(id);
		return response.eTag(IfMatch.etag(company.version())).body(company);
	}

	record NewCompany(@NotBlank @Label String name, @Nullable @Size(max = 50) List<@NotNull @Label String> domains) {}

	record ChangeRequest(@Nullable @Label @Pattern(regexp = ".*\\S.*", message = "must not be blank") String name,
			@Nullable @Size(max = 50) List<@NotNull @Label String> domains, @Nullable Boolean active) {}

}
