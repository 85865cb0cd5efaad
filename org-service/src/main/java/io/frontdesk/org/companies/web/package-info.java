@NullMarked
package io.frontdesk.org.companies.web;

import org.jspecify.annotations.NullMarked;
