package io.frontdesk.identity.standing;

import io.frontdesk.events.UserChanged;

/**
 * Hears of each user as the directory has them: of all that there are when the service starts, and of what changes from then
 * on. After a break it hears of all of them again.
 */
public interface UserFollower {

	void hear(UserChanged user);

}
