/** What a command may refuse to do, with a German sentence that says why and what to do next. Anything else that is thrown is a bug. */
export class Refusal extends Error {
	readonly status: 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429;
	readonly code: string;
	readonly field?: string;

	constructor(status: Refusal['status'], code: string, options: { message: string; field?: string }) {
		super(options.message);
		this.name = 'Refusal';
		this.status = status;
		this.code = code;
		this.field = options.field;
	}
}

export const notFound = (message = 'Das gibt es hier nicht, oder es ist nicht für Sie sichtbar.') =>
	new Refusal(404, 'not-found', { message });

export const unauthenticated = (message = 'Bitte melden Sie sich zuerst an.') => new Refusal(401, 'sign-in', { message });

export const forbidden = (message = 'Dafür fehlt Ihnen die Berechtigung. Bitte wenden Sie sich an die zuständige Stelle der Kommune.') =>
	new Refusal(403, 'forbidden', { message });

/** The state of things stands against it (409), or one field does (422). */
export const refused = (code: string, message: string, field?: string) => new Refusal(field ? 422 : 409, code, { message, field });
