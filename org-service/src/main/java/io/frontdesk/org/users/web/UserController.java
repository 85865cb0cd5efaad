package io.frontdesk.org.users.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.org.users.UserList;

@RestController
class UserController {

	private final UserList list;

	UserController(UserList list) {
		this.list = list;
	}

	@GetMapping("/api/v1/users")
	@RequiresFeature(Features.USER_READ)
	UserList.Page users(@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
		return this.list.page(cursor, limit);
	}

}
