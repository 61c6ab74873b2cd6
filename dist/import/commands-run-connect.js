export { connect } from "../open.js";
