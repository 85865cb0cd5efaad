package io.frontdesk.org.users;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface Users extends Repository<User, UUID> {

	Optional<User> findByEmail(String email);

	User saveAndFlush(User user);

}
