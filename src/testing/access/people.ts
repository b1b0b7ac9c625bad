import { eq } from 'drizzle-orm';
import { forbidden, Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addAuthenticatorApp } from '#modules/people/server/add-authenticator-app.ts';
import { askForNewPasskey } from '#modules/people/server/ask-for-new-passkey.ts';
import { askForPasskey } from '#modules/people/server/ask-for-passkey.ts';
import { answerAsk } from '#modules/people/server/answer-ask.ts';
import { answerWithLink } from '#modules/people/server/answer-with-link.ts';
import { chooseBudget, chooseMail } from '#modules/people/server/choose-mail.ts';
import { confirmMailChange } from '#modules/people/server/confirm-mail-change.ts';
import { confirmSecondFactor } from '#modules/people/server/confirm-second-factor.ts';
import { createApiKey } from '#modules/people/server/create-api-key.ts';
import { dropDraft } from '#modules/people/server/drop-draft.ts';
import { endAllSessions } from '#modules/people/server/end-all-sessions.ts';
import { eraseOwnAccount } from '#modules/people/server/erase-own-account.ts';
import { findAppSetup } from '#modules/people/server/find-app-setup.ts';
import { grantRole } from '#modules/people/server/grant-role.ts';
import { listApiKeys } from '#modules/people/server/list-api-keys.ts';
import { makeFirstAdmin } from '#modules/people/server/make-first-admin.ts';
import { openFirstRun } from '#modules/people/server/open-first-run.ts';
import { removeAuthenticatorApp } from '#modules/people/server/remove-authenticator-app.ts';
import { removePasskey } from '#modules/people/server/remove-passkey.ts';
import { removePassword } from '#modules/people/server/remove-password.ts';
import { renamePerson } from '#modules/people/server/rename-person.ts';
import { renewRecoveryCodes } from '#modules/people/server/renew-recovery-codes.ts';
import { requestMailChange } from '#modules/people/server/request-mail-change.ts';
import { requestSignIn } from '#modules/people/server/request-sign-in.ts';
import { resetSecondFactor } from '#modules/people/server/reset-second-factor.ts';
import { reviveAddress } from '#modules/people/server/revive-address.ts';
import { revokeApiKey } from '#modules/people/server/revoke-api-key.ts';
import { revokeGrant } from '#modules/people/server/revoke-grant.ts';
import { saveDraft } from '#modules/people/server/save-draft.ts';
import { endAbsence, saveAbsence } from '#modules/people/server/save-absence.ts';
import { sendPostNow } from '#modules/people/server/send-post-now.ts';
import { setPassword } from '#modules/people/server/set-password.ts';
import { signInAsCast } from '#modules/people/server/sign-in-as-cast.ts';
import { signInWithLink } from '#modules/people/server/sign-in-with-link.ts';
import { signInWithPassword } from '#modules/people/server/sign-in-with-password.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { takeBackMailChange } from '#modules/people/server/take-back-mail-change.ts';
import { unlinkIdentity } from '#modules/people/server/unlink-identity.ts';
import { unsubscribeWithLink } from '#modules/people/server/unsubscribe-with-link.ts';
import { endSession } from '#modules/people/server/end-session.ts';
import { listSessions } from '#modules/people/server/list-sessions.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { grants, identities, mailChanges, passkeys, signInLinks } from '#modules/people/server/tables.ts';
import { newId } from '#lib/server/id.ts';
import { hashToken } from '#lib/server/token.ts';
import { cast } from '../cast.ts';
import { plantAsk } from '../post.ts';
import { shownBy, withSession } from '../sessions.ts';
import { everyone, signedIn, type Commands, type Role } from './access.ts';

const device = 'Firefox, Linux';
const system = (why: string) => ({ allowed: 'system', why }) as const;

/** What changes the ways in needs somebody at the keyboard: every role comes with a session that began just now. */
const seated = (allowed: readonly Role[], run: (ctx: Ctx) => Promise<unknown>): Commands[string] => ({
	allowed,
	arrange: async () => async (ctx) => run(await withSession(ctx))
});
const setUpApp = async (ctx: Ctx) => addAuthenticatorApp(ctx, { code: shownBy((await findAppSetup(ctx)).secret, ctx.now) });

/** The link of the mail that asks the new address. */
async function mailChange(ctx: Ctx): Promise<string> {
	await requestMailChange(await withSession(ctx), { email: 'neu@stadt.example' });
	const [change] = await ctx.db.select().from(mailChanges);
	return signLink(ctx, { purpose: 'mail-change', data: { change: change?.id ?? '' }, days: 1 });
}

export const commands: Commands = {
	'add-authenticator-app': seated(signedIn, setUpApp),
	'add-mail': system('part of other commands'),
	'add-notice': system('reactions tell people'),
	'add-passkey': system('needs a device: e2e/passkeys.test.ts; refuses guests like the question before it'),
	'ask-for-new-passkey': seated(signedIn, (ctx) => askForNewPasskey(ctx, { baseUrl: 'https://raum.example' })),
	'ask-for-passkey': {
		allowed: everyone,
		arrange: async () => (ctx) => askForPasskey(ctx, { baseUrl: 'https://raum.example', address: '192.0.2.1' })
	},
	'answer-ask': {
		allowed: ['maker'],
		arrange: async ({ as, db }) => {
			await plantAsk(as(null), { personId: cast.amira.id });
			const [row] = await db.select({ id: notices.id }).from(notices).where(eq(notices.personId, cast.amira.id));
			return (ctx) => answerAsk(ctx, { id: row?.id ?? '', answer: { choices: ['yes'], words: '' } });
		}
	},
	'answer-with-link': {
		allowed: everyone,
		arrange: async ({ as, db }) => {
			await plantAsk(as(null), { personId: cast.amira.id });
			const [row] = await db.select({ id: notices.id }).from(notices).where(eq(notices.personId, cast.amira.id));
			const data = { notice: row?.id ?? '', person: cast.amira.id };
			const link = await signLink(as(null), { purpose: 'answer', data, days: 1 });
			// Whoever is signed in as somebody else has got it forwarded (410): tried here as the mail program has it, without a sign-in.
			return (ctx) => answerWithLink({ ...ctx, actor: null }, { link, answer: { choices: ['yes'], words: '' } });
		}
	},
	'choose-mail': {
		allowed: signedIn,
		arrange: async () => async (ctx) => {
			await chooseBudget(ctx, { minutes: 60, weekday: 1, hour: 7, brief: true });
			await chooseMail(ctx, { byTopic: { match: 'brief' }, bySender: {} });
		}
	},
	'confirm-mail-change': {
		allowed: everyone,
		arrange: async ({ as }) => {
			const link = await mailChange(as('amira'));
			return (ctx) => confirmMailChange(ctx, { link });
		}
	},
	'confirm-second-factor': seated(signedIn, async (ctx) => {
		await setUpApp(ctx);
		const { secret } = await findAppSetup(ctx);
		const now = new Date(ctx.now.getTime() + 60_000);
		return confirmSecondFactor({ ...ctx, now }, { code: shownBy(secret, now) });
	}),
	'create-admin': system('the command line'),
	'create-api-key': { allowed: signedIn, arrange: async () => (ctx) => createApiKey(ctx, { label: 'Skript', scopes: [] }) },
	'deliver-mail': system('a job'),
	'deliver-sign-in-link': system('a job'),
	'drop-draft': { allowed: signedIn, arrange: async () => (ctx) => dropDraft(ctx, { form: 'raum' }) },
	'end-all-sessions': { allowed: signedIn, arrange: async () => (ctx) => endAllSessions(ctx) },
	'end-provider-sessions': system('part of commands about identity providers, which ask'),
	'end-session': {
		allowed: ['maker'],
		arrange: async ({ as }) => {
			await signInAsCast(as(null), { personId: cast.amira.id, device, demo: true });
			const [session] = await listSessions(as('amira'));
			return (ctx) => endSession(ctx, session?.id ?? '');
		}
	},
	'erase-own-account': seated(['maker', 'owner', 'editor', 'otherEditor', 'office', 'admin'], async (ctx) => {
		// The last administrator stays: a second one lets every role try the same.
		await ctx.db.insert(grants).values({ id: newId(), personId: cast.jonas.id, role: 'admin', grantedAt: ctx.now });
		return eraseOwnAccount(ctx);
	}),
	'follow-roles': system('part of finish-provider-sign-in: only what the operator’s environment maps'),
	'grant-role': {
		allowed: ['admin'],
		arrange: async () => (ctx) => grantRole(ctx, { personId: cast.jonas.id, role: 'office' })
	},
	'keep-retention': system('a job'),
	'hand-over-draft': system('part of take-over-draft, which asks'),
	'make-first-admin': {
		allowed: everyone,
		arrange: async ({ db, as }) => {
			await db.delete(grants).where(eq(grants.role, 'admin'));
			const code = (await openFirstRun(as(null))) ?? '';
			return (ctx) => makeFirstAdmin(ctx, { code, name: 'Erste', email: 'erste@stadt.example', device });
		}
	},
	'open-provider-session': system('part of finish-provider-sign-in, which has checked what the provider signed'),
	'open-first-run': system('the start prints the code on the terminal'),
	'recognise-identity': system('part of finish-provider-sign-in, which has checked what the provider signed'),
	'record-event': system('part of other commands'),
	'remove-authenticator-app': seated(['maker', 'owner', 'editor', 'otherEditor'], async (ctx) => {
		await setUpApp(ctx);
		return removeAuthenticatorApp(ctx).catch((error: unknown) => {
			// Office and administration may not: that is a rule about the thing, told as such.
			if (error instanceof Refusal && error.code === 'factor-required') throw forbidden();
			throw error;
		});
	}),
	'remove-passkey': {
		allowed: ['maker'],
		arrange: async ({ db, as }) => {
			const key = { id: newId(), credentialId: 'x', publicKey: 'x', counter: 0, transports: [], label: 'Telefon' };
			await db.insert(passkeys).values({ ...key, personId: cast.amira.id, createdAt: as(null).now });
			return async (ctx) => removePasskey(await withSession(ctx), key.id);
		}
	},
	'remove-password': seated(signedIn, async (ctx) => {
		await setPassword(ctx, { password: 'drei Stühle und ein Kahn' });
		return removePassword(ctx);
	}),
	'rename-person': { allowed: signedIn, arrange: async () => (ctx) => renamePerson(ctx, 'Neuer Name') },
	'renew-recovery-codes': seated(signedIn, renewRecoveryCodes),
	'replace-secret': system('called inside the command that changes a key'),
	'request-mail-change': seated(signedIn, (ctx) => requestMailChange(ctx, { email: 'neu@stadt.example' })),
	'request-sign-in': {
		allowed: everyone,
		arrange: async () => (ctx) => requestSignIn(ctx, { email: 'wer@auch.example', returnTo: '/konto', address: '192.0.2.1' })
	},
	'reset-second-factor': { allowed: ['admin'], arrange: async () => (ctx) => resetSecondFactor(ctx, cast.oskar.id) },
	'reset-second-factor-by-hand': system('the command line'),
	'revive-address': { allowed: signedIn, arrange: async () => (ctx) => reviveAddress(ctx) },
	'revoke-api-key': {
		allowed: ['maker'],
		arrange: async ({ as }) => {
			await createApiKey(as('amira'), { label: 'Skript', scopes: [] });
			const [key] = await listApiKeys(as('amira'));
			return (ctx) => revokeApiKey(ctx, key?.id ?? '');
		}
	},
	'revoke-grant': {
		allowed: ['admin'],
		arrange: async ({ db }) => {
			const [grant] = await db.select({ id: grants.id }).from(grants).where(eq(grants.personId, cast.oskar.id));
			return (ctx) => revokeGrant(ctx, grant?.id ?? '');
		}
	},
	'save-draft': { allowed: signedIn, arrange: async () => (ctx) => saveDraft(ctx, { form: 'raum', values: { title: 'Alte Schule' } }) },
	'end-duty': system('part of ending and taking over a seat, which ask'),
	'save-absence': {
		allowed: signedIn,
		arrange: async () => async (ctx) => {
			await saveAbsence(ctx, { startsAt: ctx.now, endsAt: new Date(ctx.now.getTime() + 86_400_000), deputies: [] });
			await endAbsence(ctx);
		}
	},
	'send-briefs': system('a job'),
	'send-daily-notes': system('a job'),
	'send-post-now': { allowed: everyone, arrange: async () => (ctx) => sendPostNow(ctx, { demo: true }) },
	'set-password': seated(signedIn, (ctx) => setPassword(ctx, { password: 'drei Stühle und ein Kahn' })),
	'sign-in-as-cast': { allowed: everyone, arrange: async () => (ctx) => signInAsCast(ctx, { personId: cast.ines.id, device, demo: true }) },
	'sign-in-with-link': {
		allowed: everyone,
		arrange: async ({ db, as }) => {
			const { now } = as(null);
			const expiresAt = new Date(now.getTime() + 60_000);
			await db
				.insert(signInLinks)
				.values({ id: newId(), email: 'neu@werkhof.example', hash: hashToken('t'), returnTo: '/', createdAt: now, expiresAt });
			return (ctx) => signInWithLink(ctx, { link: 't', device });
		}
	},
	'sign-in-with-passkey': system('needs a device: e2e/passkeys.test.ts; everybody may try'),
	'sign-in-with-password': {
		allowed: everyone,
		arrange: async ({ as }) => {
			await setPassword(await withSession(as('amira')), { password: 'drei Stühle und ein Kahn' });
			const wish = { email: cast.amira.email, password: 'drei Stühle und ein Kahn', device, address: '192.0.2.1' };
			return (ctx) => signInWithPassword(ctx, wish);
		}
	},
	'sign-link': system('part of mails; whoever holds the link may do its one thing'),
	'take-bounce': system('the command line; the mark in the address is the key'),
	'take-back-mail-change': {
		allowed: everyone,
		arrange: async ({ as }) => {
			await confirmMailChange(as(null), { link: await mailChange(as('amira')) });
			const [change] = await as(null).db.select().from(mailChanges);
			const link = await signLink(as(null), { purpose: 'mail-change-back', data: { change: change?.id ?? '' }, days: 1 });
			return (ctx) => takeBackMailChange(ctx, { link });
		}
	},
	'unlink-identity': {
		allowed: ['maker'],
		arrange: async ({ db, as }) => {
			const identity = { id: newId(), personId: cast.amira.id, issuer: 'https://login.stadt.example', subject: 'a' };
			await db.insert(identities).values({ ...identity, createdAt: as(null).now, lastUsedAt: as(null).now });
			return async (ctx) => unlinkIdentity(await withSession(ctx), identity.id);
		}
	},
	vault: system('part of commands that keep what must be readable again'),
	'unsubscribe-with-link': {
		allowed: everyone,
		arrange: async ({ as }) => {
			const link = await signLink(as(null), { purpose: 'unsubscribe', data: { person: cast.amira.id }, days: 1 });
			return (ctx) => unsubscribeWithLink(ctx, { link });
		}
	},
	'withdraw-notices': system('part of commands of whoever asked'),
	'bar-from-publishing': { allowed: 'system', why: 'part of a decision over a notice, which asks the policy' },
	'hold-back': { allowed: 'system', why: 'part of what withholds content, in its transaction' }
};
