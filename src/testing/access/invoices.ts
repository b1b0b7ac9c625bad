import { someIssuer } from '#modules/invoices/example.ts';
import { bookEntries } from '#modules/invoices/server/book-entries.ts';
import { cancelInvoice } from '#modules/invoices/server/cancel-invoice.ts';
import { findInvoice } from '#modules/invoices/server/find-invoice.ts';
import { issueInvoice } from '#modules/invoices/server/issue-invoice.ts';
import { listBankEntries } from '#modules/invoices/server/list-bank-entries.ts';
import { recordPayment } from '#modules/invoices/server/record-payment.ts';
import { remindInvoice } from '#modules/invoices/server/remind-invoice.ts';
import { reversePayment } from '#modules/invoices/server/reverse-payment.ts';
import { saveInvoiceAddress } from '#modules/invoices/server/save-invoice-address.ts';
import { saveIssuer } from '#modules/invoices/server/save-issuer.ts';
import { setAsideEntry } from '#modules/invoices/server/set-aside-entry.ts';
import { uploadBankFile } from '#modules/invoices/server/upload-bank-file.ts';
import { newId } from '#lib/server/id.ts';
import { camtFile } from '../camt.ts';
import { orderOf, plantInvoice, plantIssuer } from '../invoices.ts';
import { plantMembership } from '../networks.ts';
import type { Commands, Stage } from './access.ts';

/** Oskar is the office of the network of the stage, Renate the administrator; Ines speaks for Angermünde. */
const office = ['office', 'admin'] as const;
const town = ['editor', 'admin'] as const;
const file = (number: string) => ({ name: 'auszug.xml', bytes: Buffer.from(camtFile([{ amount: '100.00', purpose: number }])) });

async function plantEntry(stage: Stage) {
	const { slug, number, id: invoiceId } = await plantInvoice(stage);
	await uploadBankFile(stage.as('oskar'), { slug, ...file(number) });
	const [entry] = (await listBankEntries(stage.as('oskar'), slug)).entries;
	return { slug, invoiceId, id: entry?.id ?? '' };
}

export const commands: Commands = {
	'save-issuer': {
		allowed: office,
		arrange: async (stage) => {
			const { slug } = await plantMembership(stage);
			return (ctx) => saveIssuer(ctx, { slug, input: someIssuer });
		}
	},
	'save-invoice-address': {
		allowed: town,
		arrange: async (stage) => {
			const { organisationId } = await plantMembership(stage);
			const input = {
				name: 'Stadt',
				department: null,
				street: null,
				postalCode: '16278',
				city: 'Angermünde',
				reference: null,
				orderNumber: null
			};
			return (ctx) => saveInvoiceAddress(ctx, { organisationId, input: { ...input, email: 'kasse@stadt.example' } });
		}
	},
	'issue-invoice': {
		allowed: office,
		arrange: async (stage) => {
			const place = await plantIssuer(stage);
			return (ctx) => issueInvoice(ctx, orderOf(place));
		}
	},
	'issue-fee-invoice': { allowed: 'system', why: 'a reaction to an admission' },
	'record-payment': {
		allowed: office,
		arrange: async (stage) => {
			const { slug, id } = await plantInvoice(stage);
			return (ctx) => recordPayment(ctx, { slug, id, kind: 'payment', cents: 100, paidOn: '2026-11-22' });
		}
	},
	'reverse-payment': {
		allowed: office,
		arrange: async (stage) => {
			const { slug, id } = await plantInvoice(stage);
			await recordPayment(stage.as('oskar'), { slug, id, kind: 'payment', cents: 100, paidOn: '2026-11-22', clickId: newId() });
			const [payment] = (await findInvoice(stage.as('oskar'), { slug, id })).payments;
			return (ctx) => reversePayment(ctx, { slug, id, paymentId: payment?.id ?? '', reason: 'vertippt' });
		}
	},
	'remind-invoice': {
		allowed: office,
		arrange: async (stage) => {
			const { slug, id } = await plantInvoice(stage);
			return (ctx) => remindInvoice({ ...ctx, now: new Date(ctx.now.getTime() + 60 * 86_400_000) }, { slug, id });
		}
	},
	'cancel-invoice': {
		allowed: office,
		arrange: async (stage) => {
			const { slug, id } = await plantInvoice(stage);
			return (ctx) => cancelInvoice(ctx, { slug, id, reason: 'Irrtum.' });
		}
	},
	'upload-bank-file': {
		allowed: office,
		arrange: async (stage) => {
			const { slug, number } = await plantInvoice(stage);
			return (ctx) => uploadBankFile(ctx, { slug, ...file(number) });
		}
	},
	'book-entries': {
		allowed: office,
		arrange: async (stage) => {
			const { slug, id } = await plantEntry(stage);
			return (ctx) => bookEntries(ctx, { slug, ids: [id] });
		}
	},
	'set-aside-entry': {
		allowed: office,
		arrange: async (stage) => {
			const { slug, id } = await plantEntry(stage);
			return (ctx) => setAsideEntry(ctx, { slug, id });
		}
	}
};
