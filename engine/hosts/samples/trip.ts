/**
 * One made-up taxi trip with the real fields, units and habits: fares by distance and time, surcharges by hour, tips on cards only.
 * Only +, *, / and floor are used, so that every machine makes the same trip. Amounts are in cents, distances in hundredths of a mile.
 */
import type { Colour, TaxiMonth } from './months.ts';

export interface Trip {
  /** Nothing where the meter sent none (then the fields that come with it are empty too). */
  vendor: number | undefined;
  pickup: number;
  dropoff: number;
  flag: string;
  rate: number;
  from: number;
  to: number;
  passengers: number | undefined;
  distance: number;
  fare: number;
  extra: number;
  mtaTax: number;
  tip: number;
  tolls: number;
  improvement: number;
  congestion: number | undefined;
  total: number;
  payment: number;
  /** Green only: 1 hailed on the street, 2 dispatched. */
  tripType: number;
}

/** Zones that most trips of a colour begin in; the others are drawn from all 263. */
const BUSY: Record<Colour, readonly number[]> = {
  green: [74, 75, 41, 7, 166, 42, 82, 95, 97, 181, 129, 255, 244, 65, 25],
  yellow: [237, 236, 161, 162, 186, 230, 48, 170, 234, 142, 163, 239, 141, 107, 132, 138],
};
const ZONES = 263;
/** New York's congestion surcharge began in February 2019. */
const CONGESTION_SINCE = Date.UTC(2019, 1, 2);
const OUT_OF_MONTH = [Date.UTC(2008, 11, 31, 23, 12), Date.UTC(2009, 0, 1, 0, 31), Date.UTC(2035, 8, 2, 17, 45)];

export function tripAt(pickupAt: number, { colour, year }: TaxiMonth, next: () => number): Trip {
  const pickup = Math.floor(pickupAt / 1000) * 1000;
  const hour = new Date(pickup).getUTCHours();
  const far = next() < 0.08;
  const distance = Math.floor((40 + (next() + next() * next() * 3) * 260) * (far ? 4.5 : 1));
  const minutes = 2 + (distance / 100) * (2.6 + next() * 3) * (hour > 6 && hour < 20 ? 1.15 : 0.85);
  const rate = far && next() < 0.25 ? 2 : next() < 0.02 ? 5 : 1;
  const fare = fareOf(rate, distance, minutes, next);
  const payment = next() < (colour === 'green' ? 0.56 : 0.71) ? 1 : 2;
  const tripType = rate === 5 ? 2 : 1;
  const extra = rate !== 1 ? 0 : hour >= 20 || hour < 6 ? 50 : hour >= 16 ? 100 : 0;
  const tolls = rate === 2 || next() < 0.02 ? 612 : 0;
  const manhattan = colour === 'yellow' ? next() < 0.93 : next() < 0.12;
  const congestion = pickup < CONGESTION_SINCE ? undefined : manhattan ? (colour === 'yellow' ? 250 : 275) : 0;
  const mtaTax = rate === 5 ? 0 : 50;
  const due = fare + extra + mtaTax + tolls + 30 + (congestion ?? 0);
  const tip = payment === 1 && next() < 0.88 ? Math.floor(due * (0.1 + next() * 0.15)) : 0;
  const trip: Trip = {
    vendor: next() < (colour === 'green' ? 0.84 : 0.66) ? 2 : 1,
    pickup,
    dropoff: pickup + Math.floor(minutes * 60) * 1000,
    flag: next() < 0.005 ? 'Y' : 'N',
    rate,
    from: zone(colour, next),
    to: next() < 0.5 ? zone(colour, next) : 1 + Math.floor(next() * ZONES),
    passengers: passengersOf(next()),
    distance,
    fare,
    extra,
    mtaTax,
    tip,
    tolls,
    improvement: 30,
    congestion,
    total: due + tip,
    payment,
    tripType,
  };
  return soiled(trip, year, colour, next);
}

/** About three rows in a hundred have one of the faults that the real files have. */
function soiled(trip: Trip, year: number, colour: Colour, next: () => number): Trip {
  const draw = next();
  const silent = year < 2020 ? 0.01 : year === 2020 ? 0.06 : colour === 'green' ? 0.3 : 0.05;
  if (draw < silent)
    return { ...trip, vendor: undefined, passengers: undefined, flag: '', tip: 0, total: trip.total - trip.tip };
  if (draw < silent + 0.004) {
    const { fare, extra, mtaTax, improvement } = trip;
    const refund = { fare: -fare, extra: -extra, mtaTax: -mtaTax, improvement: -improvement, tip: 0, tolls: 0 };
    return {
      ...trip,
      ...refund,
      payment: 3,
      congestion: trip.congestion && 0,
      total: -(fare + extra + mtaTax + improvement),
    };
  }
  if (draw < silent + 0.012) return { ...trip, distance: 0 };
  if (draw < silent + 0.013) {
    const pickup = OUT_OF_MONTH[Math.floor(next() * OUT_OF_MONTH.length)] ?? trip.pickup;
    return { ...trip, pickup, dropoff: pickup + trip.dropoff - trip.pickup };
  }
  if (draw < silent + 0.022) return { ...trip, passengers: 0 };
  if (draw < silent + 0.0222) return { ...trip, dropoff: trip.pickup + 86_399_000 };
  return trip;
}

function fareOf(rate: number, distance: number, minutes: number, next: () => number): number {
  if (rate === 2) return 5200;
  if (rate === 5) return 1000 + Math.floor(next() * 50) * 100;
  return 250 + 50 * Math.floor(distance / 20 + minutes * 0.35);
}

function passengersOf(draw: number): number {
  return draw < 0.72 ? 1 : draw < 0.86 ? 2 : draw < 0.9 ? 3 : draw < 0.92 ? 4 : draw < 0.97 ? 5 : 6;
}

function zone(colour: Colour, next: () => number): number {
  const busy = BUSY[colour];
  const draw = next();
  if (draw < 0.75) return busy[Math.floor((draw / 0.75) * (draw / 0.75) * busy.length)] ?? 74;
  return 1 + Math.floor(next() * ZONES);
}
