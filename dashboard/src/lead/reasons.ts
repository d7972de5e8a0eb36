/** Reason codes of the shipped template. The service has the last word: it names the codes it takes when it refuses one. */
export const REASONS: Record<string, readonly string[]> = {
  ON_HOLD: ['WAITING_INVESTOR', 'WAITING_LAND', 'WAITING_POLICY', 'MARKET', 'OTHER'],
  DROPPED: ['LOST_TO_COMPETITOR', 'NO_FUNDS', 'POLICY', 'ENVIRONMENT', 'LAND', 'INVESTOR_WITHDREW', 'NO_RESPONSE', 'NOT_SUITABLE', 'OTHER'],
  backward: ['REASSESS', 'CORRECTION', 'MARKET', 'OTHER'],
}
