import { beginForm } from '#modules/concepts/forms.ts';
import { addFile } from '#modules/concepts/server/add-file.ts';
import { beginConcept } from '#modules/concepts/server/begin-concept.ts';
import { handKey } from '#modules/concepts/server/hand-key.ts';
import { inviteWriter } from '#modules/concepts/server/invite-writer.ts';
import { leaveConcept } from '#modules/concepts/server/leave-concept.ts';
import { makeOpenerKey } from '#modules/concepts/server/make-opener-key.ts';
import { passOpenerShare } from '#modules/concepts/server/pass-opener-share.ts';
import { restartDraft } from '#modules/concepts/server/restore-draft.ts';
import { saveCosts } from '#modules/concepts/server/save-texts.ts';
import { sendConcept } from '#modules/concepts/server/send-concept.ts';
import { withdrawConcept } from '#modules/concepts/server/withdraw-concept.ts';
import { findConcept } from '#modules/concepts/server/find-concept.ts';
import { conceptMembers } from '#modules/concepts/server/tables.ts';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appointOpener } from '#modules/procedures/server/appoint-opener.ts';
import { cast } from '../cast.ts';
import { costsFor, pdf, plantConcept } from '../concepts.ts';
import { plantOpenProcedure, plantReady } from '../published.ts';
import type { Command, Commands } from './access.ts';

type Planted = { id: string; store: Store };
/** A concept of Amira: nobody else gets near it, whatever they are. `isSent`: it lies in the box. */
const onConcept = (run: (ctx: Ctx, planted: Planted) => Promise<unknown>, { isSent = false } = {}): Command => ({
	allowed: ['maker'],
	arrange: async (stage) => {
		const { id, store } = await plantConcept(stage);
		if (isSent) await sendConcept(stage.as('amira'), { id, store });
		return (ctx) => run(ctx, { id, store });
	}
});
/** Ines, Friedrich and Oskar open. */
const openers = ['editor', 'otherEditor', 'office'] as const;
const openerOf = ({ actor }: Ctx) => (['ines', 'friedrich', 'oskar'] as const).find((who) => cast[who].id === actor?.id) ?? '';

export const commands: Commands = {
	'add-file': onConcept((ctx, { id, store }) => addFile(ctx, { id, store, for: null, upload: { name: 'plan.pdf', bytes: pdf } })),
	'begin-concept': {
		allowed: ['maker', 'owner', 'admin'],
		arrange: async (stage) => {
			const { slug } = await plantOpenProcedure(stage);
			return (ctx) => beginConcept(ctx, { slug, input: beginForm.parse({ kind: 'person' }) });
		}
	},
	'hand-key': {
		allowed: openers,
		arrange: async (stage) => {
			const { id, deadline, keys } = await plantOpenProcedure(stage);
			const now = new Date(deadline.getTime() + 120_000);
			return (ctx) => handKey({ ...ctx, now }, { id, kind: 'concepts', secretKey: keys[openerOf(ctx)] ?? '' });
		}
	},
	'invite-concepts': { allowed: 'system', why: 'called inside the command that chooses who goes on' },
	'invite-writer': onConcept((ctx, { id }) => inviteWriter(ctx, { id, email: 'neu@post.example' })),
	'leave-concept': {
		allowed: ['maker'],
		arrange: async (stage) => {
			const { id } = await plantConcept(stage);
			await stage.db
				.insert(conceptMembers)
				.values({ conceptId: id, personId: cast.jonas.id, role: 'writer', joinedAt: stage.as(null).now });
			return (ctx) => leaveConcept(ctx, { id });
		}
	},
	'make-opener-key': {
		allowed: openers,
		arrange: async (stage) => {
			const { id } = await plantReady(stage);
			return (ctx) => makeOpenerKey(ctx, { id });
		}
	},
	'pass-opener-share': {
		allowed: openers,
		arrange: async (stage) => {
			const { id, memberOf, keys } = await plantOpenProcedure(stage);
			await appointOpener(stage.as('ines'), { id, memberId: memberOf[cast.katrin.name] ?? '', reason: 'Eine mehr.' });
			await makeOpenerKey(stage.as('katrin'), { id });
			return (ctx) => passOpenerShare(ctx, { id, secretKey: keys[openerOf(ctx)] ?? '' });
		}
	},
	'place-partner': { allowed: 'system', why: 'called inside the command that proposes the group' },
	'remind-openers': { allowed: 'system', why: 'a job every day' },
	'restore-draft': onConcept((ctx, { id }) => restartDraft(ctx, { id }), { isSent: true }),
	'save-texts': {
		allowed: ['maker'],
		arrange: async (stage) => {
			const { id } = await plantConcept(stage);
			const { marks } = await findConcept(stage.as('amira'), id);
			return (ctx) => saveCosts(ctx, { id, input: costsFor(marks.money) });
		}
	},
	'send-concept': onConcept((ctx, planted) => sendConcept(ctx, planted)),
	'settle-orphans': { allowed: 'system', why: 'a job, and the reaction to an account that is deleted' },
	'tend-concepts': { allowed: 'system', why: 'a job every hour' },
	'withdraw-concept': onConcept((ctx, { id }) => withdrawConcept(ctx, { id }), { isSent: true })
};
