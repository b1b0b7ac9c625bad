import { redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { forbidden, Refusal, unauthenticated } from '#lib/refusal.ts';
import { problem } from '#lib/server/api.ts';
import { isStaff, mayUseScope, type Actor, type Ctx, type Scope } from '#modules/people/actor.ts';
import { beginningCookieName, cookieName, sessionDays } from '#modules/people/session.ts';
import { findApiKey } from '#modules/people/server/find-api-key.ts';
import { findSession, type Session } from '#modules/people/server/find-session.ts';
import { hasGuardedRole } from '#modules/networks/server/has-guarded-role.ts';
import { findHeldSeats } from '#modules/organisations/server/find-held-seats.ts';
import { seated } from '#modules/organisations/seat.ts';

const reads = (method: string) => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

/**
 * Finds out who asks, puts them into `locals`, and stops at the door what must not come in; returns the answer then.
 * Without a cookie or key the database is not asked at all.
 */
export async function admit(event: RequestEvent): Promise<Response | null> {
	if (isForged(event)) return new Response('Dieses Formular kam von einer fremden Seite und wurde nicht angenommen.', { status: 403 });
	const isApi = event.url.pathname.startsWith('/api/');
	try {
		if (isApi && event.request.headers.has('authorization')) await recogniseKey(event);
		else await recogniseSession(event);
		gate(event);
		return null;
	} catch (error) {
		if (isApi && error instanceof Refusal) return problem(error.status, error.code, { detail: error.message });
		throw error;
	}
}

/** What somebody may do in their organisations is asked anew on every request, so a seat that has ended opens nothing any more. */
const withSeats = async (ctx: Ctx, actor: Actor): Promise<Actor> => seated(actor, await findHeldSeats(ctx, actor.id));

/** Browsers name the origin of every form they send; one from elsewhere is not ours. */
function isForged({ request, url }: RequestEvent): boolean {
	const origin = request.headers.get('origin');
	return !reads(request.method) && origin !== null && origin !== url.origin;
}

async function recogniseSession({ locals, cookies, request }: RequestEvent): Promise<void> {
	const token = cookies.get(cookieName(locals.house.env.baseUrl));
	if (!token) return;
	// What changes something and names no origin does not come from a browser's form: it gets nothing from a cookie.
	if (!reads(request.method) && !request.headers.has('origin')) return;
	const session = await findSession(locals.ctx, token);
	if (session) {
		const { id, provenAt, via, entering } = await guarded(locals.ctx, session);
		locals.ctx.session = { id, provenAt, via };
		const actor = entering ? null : session.actor && (await withSeats(locals.ctx, session.actor));
		Object.assign(locals.ctx, { actor, entering });
		locals.sessionId = id;
	} else forget(cookies, locals.house.env.baseUrl);
}

/** Whoever works in the office or the jury of a network owes the second factor too. Without a factor shown there is none set up: else the session itself would ask for its code. */
async function guarded(ctx: Ctx, session: Session): Promise<Session> {
	if (!session.actor || session.shown || !(await hasGuardedRole(ctx, session.actor.id))) return session;
	const { id, name, email } = session.actor;
	return { ...session, actor: null, entering: { id, name, email, owes: 'setup' } };
}

const scopeOf: Record<string, Scope> = { spaces: 'spaces:write', imports: 'imports:write', requests: 'requests:write' };

async function recogniseKey({ locals, request, url }: RequestEvent): Promise<void> {
	const key = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
	const actor = await findApiKey(locals.ctx, key);
	if (!actor) throw unauthenticated('Dieser Schlüssel gilt nicht. Schlüssel macht und widerruft man im Konto unter „Schlüssel“.');
	locals.ctx.actor = await withSeats(locals.ctx, actor);
	const scope = scopeOf[url.pathname.split('/')[3] ?? ''];
	if (reads(request.method) || (scope && mayUseScope(locals.ctx, scope))) return;
	throw forbidden(`Dieser Schlüssel darf das nicht${scope ? `: Ihm fehlt „${scope}“` : ''}. Bitte im Konto einen passenden machen.`);
}

/** Account and office are for those who are signed in; what each may do there, the commands decide. */
function gate({ locals, route, request, url }: RequestEvent): void {
	const area = /^\/\((account|office)\)\//.exec(route.id ?? '')?.[1];
	const { actor } = locals.ctx;
	if (!area || isStaff(actor)) return;
	if (area === 'office' && actor)
		throw forbidden('Das Büro ist für Kommunen und das Netzwerkbüro. Mit diesem Konto ist es nicht zugänglich.');
	if (actor) return;
	const { entering } = locals.ctx;
	if (!reads(request.method))
		throw unauthenticated(
			entering ? 'Es fehlt noch der zweite Faktor. Bitte die Anmeldung abschließen.' : 'Die Anmeldung ist abgelaufen. Bitte neu anmelden.'
		);
	redirect(303, `/anmelden${entering ? '/zweiter-faktor' : ''}?zurueck=${encodeURIComponent(url.pathname + url.search)}`);
}

type Entered = { token: string; returnTo: string; nameless?: boolean };

/** Ends every way in: sets the cookie and leads on, over the second factor where one is owed. */
export async function enter(event: RequestEvent, { token, returnTo, nameless = false }: Entered): Promise<never> {
	remember(event, token);
	const target = nameless ? `/konto/name?zurueck=${encodeURIComponent(returnTo)}` : returnTo;
	const found = await findSession(event.locals.ctx, token);
	const session = found && (await guarded(event.locals.ctx, found));
	redirect(303, session?.entering ? `/anmelden/zweiter-faktor?zurueck=${encodeURIComponent(target)}` : target);
}

const options = (baseUrl: string) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: baseUrl.startsWith('https:') }) as const;

function remember(event: RequestEvent, token: string): void {
	const { baseUrl } = event.locals.house.env;
	event.cookies.set(cookieName(baseUrl), token, { ...options(baseUrl), maxAge: sessionDays * 86_400 });
}

export function forget(cookies: Cookies, baseUrl: string): void {
	cookies.delete(cookieName(baseUrl), options(baseUrl));
}

/** Keeps the secret of a sign-in that goes on at an identity provider, for as long as its browser has to come back. */
export function keepBeginning({ cookies, locals }: RequestEvent, { secret, minutes }: { secret: string; minutes: number }): void {
	const { baseUrl } = locals.house.env;
	cookies.set(beginningCookieName(baseUrl), secret, { ...options(baseUrl), maxAge: minutes * 60 });
}

export function takeBeginning({ cookies, locals }: RequestEvent): string {
	const { baseUrl } = locals.house.env;
	const secret = cookies.get(beginningCookieName(baseUrl)) ?? '';
	cookies.delete(beginningCookieName(baseUrl), options(baseUrl));
	return secret;
}
