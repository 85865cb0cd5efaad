package io.frontdesk.org.users.web;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.events.AddressForm;
import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.identity.RequiresSuperAdmin;
import io.frontdesk.org.editing.IfMatch;
import io.frontdesk.org.editing.Label;
import io.frontdesk.org.listing.ListRequest;
import io.frontdesk.org.listing.Listing;
import io.frontdesk.org.users.AddressDesk;
import io.frontdesk.org.users.NewUser;
import io.frontdesk.org.users.UserChange;
import io.frontdesk.org.users.UserDesk;
import io.frontdesk.org.users.UserList;
import io.frontdesk.org.users.UserList.UserView;

@RestController
@AnswersNeed(Features.USER_READ)
@RequestMapping("/api/v1/users")
class UserController {

	private final UserDesk desk;

	private final AddressDesk addresses;

	private final UserList list;

	UserController(UserDesk desk, AddressDesk addresses, UserList list) {
		this.desk = desk;
		this.addresses = addresses;
		this.list = list;
	}

	@Says(id = "listUsers", summary = "Lists people", problems = {"unknown-sort", "bad-cursor"})
	@GetMapping
	@RequiresFeature(Features.USER_READ)
	Listing<UserView> users(@Valid ListRequest request, @RequestParam(required = false) @Nullable UUID company,
			@RequestParam(required = false) @Nullable Boolean staff) {
		return this.list.page(request, company, staff);
	}

	@Says(id = "createUser", summary = "Makes a person known", answers = HttpStatus.CREATED, problems = {"email-taken",
			"busy", "only-super-admin"})
	@PostMapping
	@RequiresFeature(Features.USER_WRITE)
	ResponseEntity<UserView> create(@Valid @RequestBody NewRequest wanted, @AuthenticationPrincipal Caller caller) {
		var id = this.desk.create(wanted.user(), caller);
		return answer(ResponseEntity.created(URI.create("/api/v1/users/" + id)), id);
	}

	@Says(id = "getUser", summary = "Gives a person")
	@GetMapping("/{id}")
	@RequiresFeature(Features.USER_READ)
	ResponseEntity<UserView> user(@PathVariable UUID id) {
		return answer(ResponseEntity.ok(), id);
	}

	@Says(id = "changeUser", summary = "Changes a person", problems = {"email-taken", "own-account", "last-super-admin",
			"busy", "changed", "only-super-admin"})
	@PatchMapping("/{id}")
	@RequiresFeature(Features.USER_WRITE)
	ResponseEntity<UserView> change(@PathVariable UUID id, @Valid @RequestBody ChangeRequest wanted,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@AuthenticationPrincipal Caller caller) {
		this.desk.change(id, wanted.change(), IfMatch.of(ifMatch), caller);
		return answer(ResponseEntity.ok(), id);
	}

	@Says(id = "deactivateUser", summary = "Deactivates a person", answers = HttpStatus.NO_CONTENT, problems = {
			"own-account", "last-super-admin", "busy", "changed", "only-super-admin"})
	@DeleteMapping("/{id}")
	@RequiresFeature(Features.USER_WRITE)
	ResponseEntity<Void> deactivate(@PathVariable UUID id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@AuthenticationPrincipal Caller caller) {
		this.desk.change(id, UserChange.active(false), IfMatch.of(ifMatch), caller);
		return ResponseEntity.noContent().build();
	}

	@Says(id = "selectFeatures", summary = "Selects what an admin may do", problems = {"not-an-admin", "busy",
			"changed"})
	@PutMapping("/{id}/features")
	@RequiresSuperAdmin
	ResponseEntity<UserView> select(@PathVariable UUID id, @Valid @RequestBody FeaturesRequest wanted,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.desk.select(id, wanted.features(), IfMatch.of(ifMatch));
		return answer(ResponseEntity.ok(), id);
	}

	@Says(id = "freeAddress", summary = "Lets others have an address that a person gave up", answers = HttpStatus.NO_CONTENT, problems = {
			"busy", "changed", "address-not-given-up"})
	@DeleteMapping("/{id}/addresses/{address}")
	@RequiresSuperAdmin
	ResponseEntity<Void> free(@PathVariable UUID id, @PathVariable @Size(max = 254) String address,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.addresses.free(id, address, IfMatch.of(ifMatch));
		return ResponseEntity.noContent().build();
	}

	private ResponseEntity<UserView> answer(ResponseEntity.BodyBuilder response, UUID id) {
		var user = this.list.get(id);
		return response.eTag(IfMatch.etag(user.version())).body(user);
	}

	private static String address(String email) {
		return AddressForm.of(email);
	}

	private static @Nullable String stripped(@Nullable String text) {
		return (text != null) ? text.strip() : null;
	}

	record NewRequest(@NotBlank @EmailAddress String email, @Nullable @Label String firstName,
			@Nullable @Label String lastName, @Nullable Boolean staff, @Nullable UUID company,
			@Nullable Boolean login) {

		NewUser user() {
			return new NewUser(address(this.email), Objects.requireNonNullElse(stripped(this.firstName), ""),
					Objects.requireNonNullElse(stripped(this.lastName), ""), Boolean.TRUE.equals(this.staff),
					this.company, Boolean.TRUE.equals(this.login));
		}

	}

	record ChangeRequest(@Nullable @EmailAddress String email, @Nullable @Label String firstName,
			@Nullable @Label String lastName, @Nullable Boolean staff, @Nullable Boolean active,
			@Nullable Optional<UUID> company, @Nullable Boolean login) {

		UserChange change() {
			return new UserChange((this.email != null) ? address(this.email) : null, stripped(this.firstName),
					stripped(this.lastName), this.staff, this.active, this.company, Boolean.TRUE.equals(this.login));
		}

	}

	record FeaturesRequest(@NotNull @Size(max = 50) List<@NotNull String> features) {}

}
