export const moneyProbe = 42;
