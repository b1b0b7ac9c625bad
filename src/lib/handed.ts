/**
 * What a page is made from, handed to its component on the server as it is. The framework writes out everything that `load` returns, for the browser
 * to wake the page up, even where a page has no script (`csr = false`); this is left out of that, and costs nothing. It does not reach the browser.
 */
export class Handed<T> {
	readonly it: T;

	constructor(it: T) {
		this.it = it;
	}
}
