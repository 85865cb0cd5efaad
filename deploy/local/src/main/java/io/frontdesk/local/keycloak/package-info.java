@NullMarked
package io.frontdesk.local.keycloak;

import org.jspecify.annotations.NullMarked;
