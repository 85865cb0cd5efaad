package io.frontdesk.http.listing;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

enum ExampleProblem implements Problem {

	NOT_SO;

	@Override
	public HttpStatus status() {
		return HttpStatus.BAD_REQUEST;
	}

	@Override
	public String detail() {
		return "It can't be asked so.";
	}

}
