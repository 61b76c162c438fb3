from sigmoids.functions import log_logistic


def preference_loss(won, lost, won_before, lost_before, beta):
    return -log_logistic(beta * (won - won_before - lost + lost_before))
