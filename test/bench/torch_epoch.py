"""Epochs of 784-100-10 with ReLU and Adam on 8,000 samples in batches of 100 by PyTorch on the CPU, in float32. Prints the seconds of each as JSON.

Arguments: threads, epochs, then raw files of images (8,000 × 784 bytes) and labels (8,000 bytes).
"""

import json
import sys
import time

import torch

threads, epochs, images, labels = sys.argv[1:]
torch.set_num_threads(int(threads))
torch.manual_seed(1)
x = torch.frombuffer(bytearray(open(images, "rb").read()), dtype=torch.uint8).reshape(-1, 784).float() / 255
y = torch.frombuffer(bytearray(open(labels, "rb").read()), dtype=torch.uint8).long()
net = torch.nn.Sequential(torch.nn.Linear(784, 100), torch.nn.ReLU(), torch.nn.Linear(100, 10))
torch.nn.init.kaiming_normal_(net[0].weight, nonlinearity="relu")
adam = torch.optim.Adam(net.parameters(), lr=0.003)
seconds = []
for _ in range(int(epochs)):
    began = time.perf_counter()
    for rows in torch.randperm(len(x)).split(100):
        adam.zero_grad()
        torch.nn.functional.cross_entropy(net(x[rows]), y[rows]).backward()
        adam.step()
    seconds.append(time.perf_counter() - began)
print(json.dumps(seconds))
