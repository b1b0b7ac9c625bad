import { angermuende, herzberg, neukirchen, wunsiedel } from '#testing/cast.ts';

/** What Helle Orte invoiced, as it is told. `on`: an ISO day, or how many days ago. */
export type DemoInvoice = {
	ags: string;
	on: string | number;
	text?: string;
	cents?: number;
	/** Payments: cents, days after the invoice. */
	paid?: [cents: number, daysLater: number][];
	remindedDaysAgo?: number;
	/** Why it was cancelled, two days later. */
	cancelled?: string;
};

const fee = (ags: string, on: string | number, more: Partial<DemoInvoice> = {}): DemoInvoice => ({ ags, on, ...more });
const paidLater = (days: number): Partial<DemoInvoice> => ({ paid: [[10_000, days]] });
const trip = { text: 'Lernreise nach Oberfranken, Eigenanteil', cents: 18_000 };

export const demoInvoices: DemoInvoice[] = [
	...[angermuende, herzberg, neukirchen, '06634009', wunsiedel, '15084590'].map((ags, i) => fee(ags, '2024-03-04', paidLater(6 + i * 3))),
	...['12070424', '13075082', '15090415', '07233501', '16071001', '14626610'].map((ags, i) => fee(ags, '2024-11-18', paidLater(9 + i * 2))),
	...['01054088', '05962004', '09272118', '14729410', '16072018'].map((ags, i) => fee(ags, '2025-05-22', paidLater(5 + i * 4))),
	fee('06636016', '2025-10-09', paidLater(21)),
	fee(herzberg, 96, { ...trip, paid: [[18_000, 12]] }),
	fee('12070424', 95, { ...trip, cancelled: 'Die Teilnahme wurde rechtzeitig abgesagt.' }),
	fee('13075082', 78, { ...trip, remindedDaysAgo: 30 }),
	fee('15090415', 74, { ...trip, paid: [[12_000, 25]] }),
	fee(neukirchen, 60, {
		...trip,
		paid: [
			[18_000, 10],
			[18_000, 24]
		]
	}),
	fee(angermuende, 21, { ...trip }),
	fee('08415053', 17, paidLater(8)),
	fee('05762028', 17, {}),
	fee('10043115', 16, {})
];

/** What waits from the last statement. `for`: the municipality whose newest invoice is named in the purpose. */
export const demoEntries: { for?: string; cents: number; name: string; purpose: string }[] = [
	{ for: '05762028', cents: 10_000, name: 'Stadtkasse', purpose: 'Aufnahmebeitrag NUMMER' },
	{ for: neukirchen, cents: 18_000, name: 'Gemeindekasse Neukirchen', purpose: 'NUMMER' },
	{ cents: 2_500, name: 'Erika Beispiel', purpose: 'Spende für die gute Sache' }
];
