import { acceptForm, reportForm } from '#modules/reports/forms.ts';
import { acceptReport } from '#modules/reports/server/accept-report.ts';
import { addToReport } from '#modules/reports/server/add-to-report.ts';
import { askReporter } from '#modules/reports/server/ask-reporter.ts';
import { declineReport } from '#modules/reports/server/decline-report.ts';
import { handOverReport } from '#modules/reports/server/hand-over-report.ts';
import { joinReport } from '#modules/reports/server/join-report.ts';
import { startReport } from '#modules/reports/server/start-report.ts';
import { submitReport } from '#modules/reports/server/submit-report.ts';
import { reports } from '#modules/reports/server/tables.ts';
import { takeReport } from '#modules/reports/server/take-report.ts';
import { withdrawReport } from '#modules/reports/server/withdraw-report.ts';
import { recordHouse } from '../houses.ts';
import { aLogo, logoStore as store } from '../logos.ts';
import { everyone, type Commands, type Stage } from './access.ts';

const address = '192.0.2.7';
const input = reportForm.parse({ lat: '53,0152', lon: '13,9991' });
/** Those who check what is reported in Angermünde. */
const checkers = ['editor', 'admin'] as const;

async function reported({ as, db }: Stage): Promise<{ id: string; token: string }> {
	const token = (await submitReport(as(null), { input, address })) ?? '';
	const [row] = await db.select().from(reports);
	return { id: row?.id ?? '', token };
}

async function inReview(stage: Stage): Promise<string> {
	const { id } = await reported(stage);
	await takeReport(stage.as('ines'), id);
	return id;
}

export const commands: Commands = {
	'accept-report': {
		allowed: checkers,
		arrange: async (stage) => {
			const id = await inReview(stage);
			const entry = acceptForm.parse({ checked: ['place', 'vacant', 'people', 'twin'], title: 'Gasthof' });
			return (ctx) => acceptReport(ctx, { id, input: entry, store });
		}
	},
	'add-to-report': {
		allowed: everyone,
		arrange: async (stage) => {
			const { token } = await reported(stage);
			return (ctx) => addToReport(ctx, { key: { token }, reason: 'Die Tür steht offen.' });
		}
	},
	'ask-reporter': {
		allowed: checkers,
		arrange: async (stage) => {
			const id = await inReview(stage);
			return (ctx) => askReporter(ctx, { id, reason: 'Welches Haus?' });
		}
	},
	'decline-report': {
		allowed: checkers,
		arrange: async (stage) => {
			const id = await inReview(stage);
			return (ctx) => declineReport(ctx, { id, reason: 'Bewohnt.' });
		}
	},
	'hand-over-report': {
		allowed: checkers,
		arrange: async (stage) => {
			const id = await inReview(stage);
			return (ctx) => handOverReport(ctx, { id, to: '04916', reason: 'Liegt dort.' });
		}
	},
	'join-report': {
		allowed: checkers,
		arrange: async (stage) => {
			const { id: property } = await recordHouse(stage.as('ines'));
			const id = await inReview(stage);
			return (ctx) => joinReport(ctx, { id, input: { property }, store });
		}
	},
	'start-report': {
		allowed: everyone,
		arrange: async () => {
			const photo = await aLogo();
			return (ctx) => startReport(ctx, { photo, store, address });
		}
	},
	'submit-report': { allowed: everyone, arrange: async () => (ctx) => submitReport(ctx, { input, address }) },
	'stop-asking-reporter': { allowed: 'system', why: 'part of stop-asking, which knows whose link it is' },
	'sweep-report-files': { allowed: 'system', why: 'a job of every night' },
	'take-report': {
		allowed: checkers,
		arrange: async (stage) => {
			const { id } = await reported(stage);
			return (ctx) => takeReport(ctx, id);
		}
	},
	'withdraw-report': {
		allowed: everyone,
		arrange: async (stage) => {
			const { token } = await reported(stage);
			return (ctx) => withdrawReport(ctx, { key: { token }, store });
		}
	}
};
