import { eq } from 'drizzle-orm';
import { angermuende, cast, wunsiedel } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { mails } from '#modules/people/server/tables.ts';
import { claimOrganisation } from './claim-organisation.ts';
import { confirmClaim } from './confirm-claim.ts';
import { decideClaim } from './decide-claim.ts';
import { ensureMunicipalityOrganisation } from './ensure-municipality-organisation.ts';
import { enterClaimCode } from './enter-claim-code.ts';
import { findClaim } from './find-claim.ts';
import { findClaimTarget } from './find-claim-target.ts';
import { findHeldSeats } from './find-held-seats.ts';
import { findOrganisation } from './find-organisation.ts';
import { listClaims } from './list-claims.ts';
import { saveMailDomains } from './save-mail-domains.ts';
import { claims } from './tables.ts';
import { withdrawClaim } from './withdraw-claim.ts';
import { writeClaimLetter } from './write-claim-letter.ts';

const wish = { code: wunsiedel, method: 'letter', function: 'administration' } as const;
const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
const codeOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: { code?: string }) => error.code
	);

test('the letter opens the town hall once, and only for whoever asked', async ({ as, db }) => {
	const id = await claimOrganisation(as('amira'), wish);
	expect(await claimOrganisation(as('amira'), wish)).toBe(id);
	expect(await codeOf(enterClaimCode(as('amira'), { id, code: 'ABCD-EFGH-JKLM' }))).toBe('no-letter');
	const old = await writeClaimLetter(as('oskar'), id);
	const { code } = await writeClaimLetter(as('oskar'), id);
	expect(JSON.stringify(await db.select().from(claims))).not.toContain(code.replaceAll('-', ''));
	expect(await codeOf(enterClaimCode(as('amira'), { id, code: old.code }))).toBe('wrong-code');
	expect(await codeOf(enterClaimCode(as('jonas'), { id, code }))).toBe('not-found');
	await enterClaimCode(as('amira'), { id, code: ` ${code.toLowerCase()} ` });
	expect(await findHeldSeats(as(null), cast.amira.id)).toMatchObject([{ rights: 'manage', ags: wunsiedel }]);
	expect(await codeOf(enterClaimCode(as('amira'), { id, code }))).toBe('claim-settled');
	expect(await findOrganisation(as(null), 'wunsiedel')).toMatchObject({ claimedAt: now, publishedAt: now });
});

test('five wrong codes need a new letter, and an old code a newer one', async ({ as }) => {
	const id = await claimOrganisation(as('amira'), wish);
	const { code } = await writeClaimLetter(as('oskar'), id);
	for (let n = 0; n < 5; n++) expect(await codeOf(enterClaimCode(as('amira'), { id, code: `FALSCH${n}` }))).toBe('wrong-code');
	expect(await codeOf(enterClaimCode(as('amira'), { id, code }))).toBe('code-locked');
	const second = await writeClaimLetter(as('oskar'), id);
	expect(await codeOf(enterClaimCode({ ...as('amira'), now: days(30) }, { id, code: second.code }))).toBe('code-expired');
	expect(await codeOf(enterClaimCode({ ...as('amira'), now: days(29) }, { id, code: second.code }))).toBe('done');
});

test('an address of the official domain is in at once when signed in with it, else by a link there', async ({ as, db }) => {
	const organisationId = await ensureMunicipalityOrganisation(as(null), wunsiedel);
	const mail = { ...wish, method: 'mail' } as const;
	expect(await codeOf(claimOrganisation(as('amira'), { ...mail, email: 'a@wunsiedel.de' }))).toBe('unknown-domain');
	await saveMailDomains(as('oskar'), { id: organisationId, domains: ['wunsiedel.de', 'werkhof.example'] });
	const id = await claimOrganisation(as('jonas'), { ...mail, email: 'j.weber@wunsiedel.de' });
	const [post] = await db.select({ email: mails.email }).from(mails);
	expect(post?.email).toBe('j.weber@wunsiedel.de');
	const link = await signLink(as(null), { purpose: 'claim', data: { claim: id }, days: 2 });
	expect(await codeOf(confirmClaim(as('amira'), { link }))).toBe('forbidden');
	expect(await codeOf(confirmClaim({ ...as('jonas'), now: days(3) }, { link }))).toBe('link-expired');
	const own = await claimOrganisation(as('amira'), { ...mail, email: cast.amira.email });
	expect((await findClaim(as('amira'), own)).state).toBe('accepted');
	expect((await findClaim(as('jonas'), id)).state).toBe('rejected');
	expect(await codeOf(confirmClaim(as('jonas'), { link }))).toBe('claim-settled');
	expect(await codeOf(claimOrganisation(as('jonas'), { ...mail, email: 'j.weber@wunsiedel.de' }))).toBe('claimed-already');
});

test('a stranger sees no claim of others, and the office decides with a reason that the person reads', async ({ as }) => {
	const id = await claimOrganisation(as('amira'), { ...wish, method: 'office', message: 'Zentrale: 09232 6020' });
	expect(await codeOf(findClaim(as('jonas'), id))).toBe('not-found');
	expect(await codeOf(listClaims(as('jonas')))).toBe('forbidden');
	expect((await listClaims(as('oskar'))).map((claim) => claim.id)).toContain(id);
	await decideClaim(as('oskar'), { id, outcome: 'rejected', reason: 'Die Zentrale kennt Sie nicht.' });
	expect(await findClaim(as('amira'), id)).toMatchObject({ state: 'rejected', reason: 'Die Zentrale kennt Sie nicht.' });
	expect(await codeOf(decideClaim(as('oskar'), { id, outcome: 'accepted' }))).toBe('claim-settled');
	expect(await findHeldSeats(as(null), cast.amira.id)).toEqual([]);
	const second = await claimOrganisation(as('amira'), wish);
	expect(second).not.toBe(id);
	await withdrawClaim(as('amira'), second);
	expect((await listClaims(as('amira'), { own: true })).map(({ state }) => state).sort()).toEqual(['rejected', 'withdrawn']);
});

test('a town that is represented is not claimed a second time; a county is claimed like a town', async ({ as, db }) => {
	expect(await codeOf(claimOrganisation(as('amira'), { ...wish, code: angermuende }))).toBe('claimed-already');
	expect(await codeOf(claimOrganisation(as('ines'), { ...wish, code: angermuende }))).toBe('member-already');
	expect((await findClaimTarget(as('amira'), angermuende))?.state).toBe('taken');
	expect(await findClaimTarget(as('amira'), '12073')).toMatchObject({ name: 'Landkreis Uckermark', state: 'free' });
	const id = await claimOrganisation(as('amira'), { ...wish, code: '12073' });
	await decideClaim(as('oskar'), { id, outcome: 'accepted' });
	expect((await findOrganisation(as(null), 'kreis-uckermark')).kind).toBe('county');
	expect(await codeOf(claimOrganisation(as('amira'), { ...wish, code: '12053' }))).toBe('not-found');
	expect(await db.select().from(claims).where(eq(claims.personId, cast.ines.id))).toEqual([]);
});
