package io.frontdesk.load;

record Call(String method, String url, String body) {

	static Call get(String url) {
		return new Call("GET", url, "");
	}

	@Override
	public String toString() {
		return this.method + " " + this.url;
	}

}
