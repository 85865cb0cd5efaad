@NullMarked
package io.frontdesk.local.services;

import org.jspecify.annotations.NullMarked;
