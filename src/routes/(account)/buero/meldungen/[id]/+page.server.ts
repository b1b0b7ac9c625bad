import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { acceptForm, handOverForm, joinForm, wordsForm } from '#modules/reports/forms.ts';
import { acceptReport } from '#modules/reports/server/accept-report.ts';
import { askReporter } from '#modules/reports/server/ask-reporter.ts';
import { declineReport, markSpam } from '#modules/reports/server/decline-report.ts';
import { findReport } from '#modules/reports/server/find-report.ts';
import { handOverReport } from '#modules/reports/server/hand-over-report.ts';
import { joinReport } from '#modules/reports/server/join-report.ts';
import { releaseReport, takeReport } from '#modules/reports/server/take-report.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ found: await findReport(ctx, params.id), now: ctx.now });

const idOf = ({ id }: { id?: string }) => id ?? '';

export const actions: Actions = {
	take: action(wordsForm, async (_, { locals, params }) => takeReport(locals.ctx, idOf(params))),
	release: action(wordsForm, async (_, { locals, params }) => releaseReport(locals.ctx, idOf(params))),
	ask: action(wordsForm, async ({ reason }, { locals, params }) => askReporter(locals.ctx, { id: idOf(params), reason })),
	decline: action(wordsForm, async ({ reason }, { locals, params }) => declineReport(locals.ctx, { id: idOf(params), reason })),
	spam: action(wordsForm, async (_, { locals, params }) => markSpam(locals.ctx, idOf(params))),
	accept: action(acceptForm, async (input, { locals: { ctx, house }, params }) => {
		redirect(303, `/buero/raeume/${await acceptReport(ctx, { id: idOf(params), input, store: house.store })}?gespeichert=neu`);
	}),
	join: action(joinForm, async (input, { locals: { ctx, house }, params }) => {
		redirect(303, `/buero/raeume/${await joinReport(ctx, { id: idOf(params), input, store: house.store })}/bilder`);
	}),
	handOver: action(handOverForm, async (input, { locals, params }) => {
		await handOverReport(locals.ctx, { id: idOf(params), ...input });
		redirect(303, '/buero/meldungen?fertig=weitergegeben');
	})
};
