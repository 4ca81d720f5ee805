export { MAX_CATALOGUE, RestaurantClient, type RestaurantFilter } from './restaurant-client';
export { type RestaurantClientOptions, restaurantClientVariables } from './restaurant-client-options';
