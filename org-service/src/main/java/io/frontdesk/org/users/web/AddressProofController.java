package io.frontdesk.org.users.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.org.users.AddressDesk;

/** For the gateway's page alone, which anybody may open: who proves an address need not have a login. */
@RestController
class AddressProofController {

	static final String PATH = "/address-proofs";

	private final AddressDesk desk;

	AddressProofController(AddressDesk desk) {
		this.desk = desk;
	}

	/** 204 if the address counts by that; 202 if the owner of the other one has to confirm it, too. */
	@PostMapping(PATH)
	@PreAuthorize("permitAll()")
	ResponseEntity<Void> confirm(@Valid @RequestBody Proof proof) {
		var counts = this.desk.confirm(proof.token());
		return (counts ? ResponseEntity.noContent() : ResponseEntity.accepted()).build();
	}

	record Proof(@NotNull @Size(max = 200) String token) {}

}
